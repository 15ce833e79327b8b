import {
  type MailChoice as Choice,
  mailChoiceCodes,
  mailChoices,
} from '@geoarchive/domain/notices/digest.ts';
import { App, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../api/hooks.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { problemText } from '../problem/text.ts';
import { inboxRoutes } from './routes.ts';

/** How the reader wants e-mail: at once, one mail a day in the language of the page, or none. */
export const MailChoice = ({ value }: { value: Choice }) => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { message } = App.useApp();
  const write = useWrite(inboxRoutes.chooseMail);
  const choose = (mail: Choice) =>
    write.mutateAsync({ body: { mail } }).then(
      () => message.success(t('notices.mailSaved')),
      (error: unknown) => message.error(problemText(error, t)),
    );
  return (
    <div className="ga-form-part">
      <h3>{t('notices.mail')}</h3>
      <Radio.Group
        aria-label={t('notices.mail')}
        value={value}
        disabled={write.isPending}
        onChange={({ target }) => void choose(target.value)}
        options={mailChoiceCodes.map((code) => ({ value: code, label: say(mailChoices[code]) }))}
      />
      <p className="ga-soft">{t('notices.mailHint')}</p>
    </div>
  );
};
