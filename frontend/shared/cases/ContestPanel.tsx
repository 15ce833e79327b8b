import type { OwnCase } from '@geoarchive/contract/cases.ts';
import { caseKinds } from '@geoarchive/domain/cases/kinds.ts';
import { Flex } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLanguage } from '../i18n/use-language.ts';
import { Panel } from '../layout/Panel.tsx';
import { QueryView, type Viewed } from '../states/QueryView.tsx';
import { CaseStateTag } from './CaseStateTag.tsx';

type Props = {
  query: Viewed<{ items: OwnCase[] }>;
  /** How a case is opened about the thing of this page; left out where nothing can be. */
  action?: ReactNode;
};

/** The cases about the thing of a page, and the way to open one: on every page that can be contested. */
export const ContestPanel = ({ query, action }: Props) => {
  const { t } = useTranslation();
  const { say, time } = useLanguage();
  return (
    <Panel title={t('cases.about')} extra={action}>
      <QueryView query={query} rows={1}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="ga-soft">{t('cases.none')}</p>
          ) : (
            <ul className="ga-rows">
              {items.map((of) => (
                <li key={of.id}>
                  <Flex justify="space-between" align="center" gap={12} wrap>
                    <div>
                      {say(caseKinds[of.kind].name)} <Link to={`/cases/${of.id}`}>{of.title}</Link>
                      <div className="ga-soft">
                        {of.number ?? t('cases.onItsWay')} · {time(of.openedAt)}
                      </div>
                    </div>
                    <CaseStateTag of={of.state} />
                  </Flex>
                </li>
              ))}
            </ul>
          )
        }
      </QueryView>
    </Panel>
  );
};
