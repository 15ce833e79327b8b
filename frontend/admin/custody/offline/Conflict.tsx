import type { Inspection } from '@geoarchive/contract/custody-inspections.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Alert, Button, Flex, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Kept } from './device-store.ts';
import { isOver, textOf } from './kept.ts';

type Props = { mine: Kept; theirs: Inspection; onSettle: (mine: boolean) => void };

/** What stands here and on the server, side by side, when both changed; somebody chooses. */
export const Conflict = ({ mine, theirs, onSettle }: Props) => {
  const { t } = useTranslation();
  const { day } = useLanguage();
  const differing = theirs.items.filter(
    ({ code }) => mine.results.answers[code]?.result !== theirs.results.answers[code]?.result,
  );
  const over = isOver(theirs);
  const count = (results: Kept['results']) =>
    t('custody.answered', { count: Object.keys(results.answers).length, findings: results.findings.length });
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      className="ga-notice"
      title={t(over ? 'custody.over' : 'custody.conflict')}
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
          {over && (
            <Input.TextArea
              readOnly
              rows={6}
              className="ga-notice"
              aria-label={t('custody.minesText')}
              value={textOf(mine.results)}
            />
          )}
          <Flex gap={8} wrap>
            {!over && <Button onClick={() => onSettle(true)}>{t('custody.keepMine')}</Button>}
            <Button onClick={() => onSettle(false)}>
              {t(over ? 'custody.discardMine' : 'custody.takeTheirs')}
            </Button>
          </Flex>
        </>
      }
    />
  );
};
