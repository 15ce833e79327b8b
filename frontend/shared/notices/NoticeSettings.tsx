import type { ReplyOf } from '@geoarchive/contract/route.ts';
import { App, Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { useRead, useWrite } from '../api/hooks.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { Panel } from '../layout/Panel.tsx';
import { problemText } from '../problem/text.ts';
import { QueryView } from '../states/QueryView.tsx';
import { MailChoice } from './MailChoice.tsx';
import { inboxRoutes } from './routes.ts';

type Kinds = ReplyOf<typeof inboxRoutes.settings>['kinds'];

const Kind = ({
  of,
  busy,
  onChange,
}: {
  of: Kinds[number];
  busy: boolean;
  onChange: (heard: boolean) => void;
}) => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  return (
    <li>
      <Checkbox
        checked={!of.muted}
        disabled={of.legal || busy}
        onChange={({ target }) => onChange(target.checked)}
      >
        {say(of.name)}
        {of.legal && <span className="ga-soft"> · {t('notices.notMutable')}</span>}
      </Checkbox>
    </li>
  );
};

/** Which kinds the reader wants to hear of. What has legal effect is shown and cannot be switched off. */
export const NoticeSettings = () => {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const query = useRead(inboxRoutes.settings);
  const write = useWrite(inboxRoutes.mute);
  const change = async (kinds: Kinds, kind: Kinds[number]['kind'], heard: boolean) => {
    const others = kinds.filter((one) => one.muted && one.kind !== kind).map((one) => one.kind);
    try {
      await write.mutateAsync({ body: { muted: heard ? others : [...others, kind] } });
    } catch (error) {
      message.error(problemText(error, t));
    }
  };
  return (
    <Panel title={t('notices.settings')}>
      <p>{t('notices.settingsLead')}</p>
      <QueryView query={query} rows={3}>
        {({ kinds, mail }) =>
          kinds.length === 0 ? (
            <p className="ga-soft">{t('notices.noKinds')}</p>
          ) : (
            <>
              <ul className="ga-choices" aria-label={t('notices.settings')}>
                {kinds.map((of) => (
                  <Kind
                    key={of.kind}
                    of={of}
                    busy={write.isPending}
                    onChange={(heard) => void change(kinds, of.kind, heard)}
                  />
                ))}
              </ul>
              <MailChoice value={mail} />
            </>
          )
        }
      </QueryView>
    </Panel>
  );
};
