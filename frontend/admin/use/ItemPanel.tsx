import { service } from '@geoarchive/contract/routes.ts';
import type { StaffUseItem, UseRequestDetail } from '@geoarchive/contract/service.ts';
import { needs } from '@geoarchive/domain/service/eligibility.ts';
import { useWrite } from '@geoarchive/frontend-shared/api/hooks.ts';
import { TextDialog } from '@geoarchive/frontend-shared/cases/TextDialog.tsx';
import { Facts } from '@geoarchive/frontend-shared/detail/Facts.tsx';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { UseItemState } from '@geoarchive/frontend-shared/use/UseItemState.tsx';
import { Button, Flex } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { GrantDialog } from './GrantDialog.tsx';
import { PaperDialog } from './PaperDialog.tsx';

type Dialog = 'grant' | 'refuse' | 'ask-consent' | 'attach-consent';
const dialogs: readonly Dialog[] = ['grant', 'ask-consent', 'attach-consent', 'refuse'];

/** What a record of a request takes, with the rules behind it; how it stands; what can be done with it now. */
export const ItemPanel = ({ request, item }: { request: UseRequestDetail; item: StaffUseItem }) => {
  const { t } = useTranslation();
  const { say, day, time } = useLanguage();
  const ask = useWrite(service.askConsent);
  const decide = useWrite(service.decideUseItem);
  const [dialog, setDialog] = useState<Dialog>();
  const close = () => setDialog(undefined);
  const params = { id: request.id, item: item.itemId };
  const write = { params, ifMatch: request.version };
  // A consent is asked for where one is needed.
  const wanted = item.needs.includes('consent');
  const shown = dialogs.filter(
    (one) => item.moves.some((move) => move === one) && (wanted || !one.endsWith('consent')),
  );
  return (
    <Panel title={item.title} extra={<UseItemState of={item.state} />}>
      <Facts
        items={[
          {
            label: t('use.dossier'),
            value: item.archiveNumber && <Link to={`/dossiers/${item.recordId}`}>{item.archiveNumber}</Link>,
          },
          { label: t('use.submitter'), value: item.submitter },
          { label: t('use.protectedUntil'), value: item.protectedUntil && day(item.protectedUntil) },
          { label: t('use.note'), value: item.note },
          {
            label: t('use.takes'),
            value: (
              <ul className="ga-plain-list">
                {item.findings.map(({ code, need, why, source }) => (
                  <li key={code}>
                    <strong>{say(needs[need])}</strong>{' '}
                    <span className="ga-soft">
                      {say(why)} {source}
                    </span>
                  </li>
                ))}
              </ul>
            ),
          },
          {
            label: t('use.consent'),
            value:
              item.consent &&
              `${t(`use.consentIs.${item.consent.answer}`)} · ${[item.consent.organisation, item.consent.by].filter((part) => part !== undefined).join(' ')} · ${time(item.consent.at)}`,
          },
          { label: t('use.consentText'), value: item.consent?.text },
          { label: t('cases.reasons'), value: item.reasons },
          {
            label: t('use.grant'),
            value: item.grant && <Link to={`/use/grants/${item.grant.id}`}>{item.grant.number}</Link>,
          },
        ]}
      />
      {shown.length > 0 && (
        <Flex gap={8} wrap style={{ marginTop: 10 }}>
          {shown.map((one) => (
            <Button
              key={one}
              type={one === 'grant' ? 'primary' : 'default'}
              danger={one === 'refuse'}
              onClick={() => setDialog(one)}
            >
              {t(`use.move.${one}`)}
            </Button>
          ))}
        </Flex>
      )}
      {dialog === 'grant' && <GrantDialog request={request} item={item} onClose={close} />}
      {dialog === 'attach-consent' && <PaperDialog request={request} item={item} onClose={close} />}
      {dialog === 'ask-consent' && (
        <TextDialog
          title={t('use.move.ask-consent')}
          label={t('use.askText')}
          error={ask.error}
          busy={ask.isPending}
          onClose={close}
          onSend={(text) => ask.mutateAsync({ ...write, body: { text } }).then(close)}
        />
      )}
      {dialog === 'refuse' && (
        <TextDialog
          title={t('use.move.refuse')}
          label={t('use.refuseText')}
          danger
          error={decide.error}
          busy={decide.isPending}
          onClose={close}
          onSend={(reasons) =>
            decide.mutateAsync({ ...write, body: { outcome: 'refuse', reasons } }).then(close)
          }
        />
      )}
    </Panel>
  );
};
