import type { HoleView } from '@geoarchive/contract/holes.ts';
import { type DueItem, wellDue } from '@geoarchive/domain/subsurface/well-due.ts';
import { Rows } from '@geoarchive/frontend-shared/detail/Rows.tsx';
import { StateTag } from '@geoarchive/frontend-shared/detail/StateTag.tsx';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { useTranslation } from 'react-i18next';

/** What is due of a well of its class, beside what it has. */
export const HoleDue = ({ hole }: { hole: HoleView }) => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const items = wellDue(hole);
  const there = items.filter((item) => item.there).length;
  return (
    <Panel title={t('holes.due.title', { there, all: items.length })}>
      <p className="ga-soft">
        {t(hole.header.wellClass === undefined ? 'holes.due.noClass' : 'holes.due.lead')}
      </p>
      <Rows<DueItem>
        label={t('holes.due.label')}
        rows={items}
        rowKey={({ code }) => code}
        columns={[
          { key: 'title', title: t('holes.due.item'), show: ({ title }) => say(title) },
          {
            key: 'there',
            title: t('holes.due.state'),
            width: 120,
            show: (item) => (
              <StateTag tone={item.there ? 'good' : 'attention'}>
                {t(item.there ? 'holes.due.there' : 'holes.due.missing')}
              </StateTag>
            ),
          },
          { key: 'source', title: t('holes.due.source'), show: ({ source }) => say(source) },
        ]}
      />
    </Panel>
  );
};
