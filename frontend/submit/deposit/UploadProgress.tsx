import { formatBytes, formatCount, percent } from '@geoarchive/frontend-shared/format/numbers.ts';
import { Button, Flex, Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import { secondsLeft } from '../upload/summary.ts';
import type { Upload } from '../upload/use-upload.ts';

const useTimeLeft = ({ summary, startedAt, phase }: Upload): string => {
  const { t } = useTranslation();
  const seconds =
    phase === 'sending' ? secondsLeft(summary.sent, summary.bytes, Date.now() - startedAt) : undefined;
  if (seconds === undefined) return '';
  return seconds < 90
    ? t('upload.secondsLeft', { seconds })
    : t('upload.minutesLeft', { minutes: Math.ceil(seconds / 60) });
};

/** How far the upload is, and how to hold it, go on, or call it off. */
export const UploadProgress = ({ upload }: { upload: Upload }) => {
  const { t } = useTranslation();
  const left = useTimeLeft(upload);
  const { summary, phase, leftOut } = upload;
  const share =
    summary.bytes === 0 ? percent(summary.done, summary.files) : percent(summary.sent, summary.bytes);
  const numbers = {
    done: formatCount(summary.done),
    files: formatCount(summary.files),
    sent: formatBytes(summary.sent),
    bytes: formatBytes(summary.bytes),
  };
  return (
    <Flex vertical gap={10} style={{ marginTop: 16 }}>
      <Progress
        percent={share}
        aria-label={t('upload.progress')}
        status={summary.failed > 0 ? 'exception' : 'normal'}
      />
      <span role="status" className="ga-numeric">
        {t('upload.numbers', numbers)} {left}
      </span>
      {leftOut > 0 && <span className="ga-soft">{t('upload.leftOut', { count: leftOut })}</span>}
      {summary.lost > 0 && <span className="ga-attention">{t('upload.lost', { count: summary.lost })}</span>}
      <Flex gap={8} wrap>
        {phase === 'idle' && summary.done + summary.failed < summary.files && (
          <Button type="primary" onClick={upload.send}>
            {t('upload.start')}
          </Button>
        )}
        {phase === 'sending' && <Button onClick={upload.pause}>{t('upload.pause')}</Button>}
        {phase === 'paused' && (
          <Button type="primary" onClick={upload.resume}>
            {t('upload.resume')}
          </Button>
        )}
        {phase === 'idle' && summary.failed > 0 && (
          <Button onClick={upload.retry}>{t('upload.retry')}</Button>
        )}
        <Button onClick={upload.clear}>{t('upload.clear')}</Button>
      </Flex>
    </Flex>
  );
};
