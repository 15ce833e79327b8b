import type { Inspection } from '@geoarchive/contract/custody-inspections.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Alert, Button, Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Kept } from './device-store.ts';

type Props = { mine: Kept; theirs: Inspection; onSettle: (mine: boolean) => void };

/** What stands here and on the server, side by side, when both changed; somebody chooses. */
export const Conflict = ({ mine, theirs, onSettle }: Props) => {
  const { t } = useTranslation();
  const { day } = useLanguage();
  const differing = theirs.items.filter(
    ({ code }) => mine.results.answers[code]?.result !== theirs.results.answers[code]?.result,
  );
  const count = (results: Kept['results']) =>
    t('custody.answered', { count: Object.keys(results.answers).length, findings: results.findings.length });
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      className="ga-notice"
      title={t('custody.conflict')}
      description={
        <>
          <ul>
            <li>{t('custody.here', { what: count(mine.results) })}</li>
            <li>{t('custody.there', { what: count(theirs.results) })}</li>
            {mine.inspection.plannedOn !== theirs.plannedOn && (
              <li>{t('custody.replanned', { day: day(theirs.plannedOn) })}</li>
            )}
            {differing.length > 0 && (
              <li>{t('custody.differing', { items: differing.map(({ code }) => code).join('、') })}</li>
            )}
          </ul>
          <Flex gap={8} wrap>
            <Button onClick={() => onSettle(true)}>{t('custody.keepMine')}</Button>
            <Button onClick={() => onSettle(false)}>{t('custody.takeTheirs')}</Button>
          </Flex>
        </>
      }
    />
  );
};
