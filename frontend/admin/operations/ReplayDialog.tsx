import { operations } from '@geoarchive/contract/routes.ts';
import type { Plane } from '@geoarchive/domain/planes.ts';
import { useApi } from '@geoarchive/frontend-shared/api/context.ts';
import { percent } from '@geoarchive/frontend-shared/format/numbers.ts';
import { ProblemAlert } from '@geoarchive/frontend-shared/problem/ProblemAlert.tsx';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Modal, Progress } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DryRun } from './DryRun.tsx';
import { replayAll } from './replay-all.ts';

type Props = {
  queue: { plane: Plane; queue: string };
  /** Left out: all of the queue. */
  ids: string[] | undefined;
  waiting: number;
  onClose: () => void;
};

/** First what would be sent where, then the sending with its progress. */
export const ReplayDialog = ({ queue: params, ids, waiting, onClose }: Props) => {
  const { t } = useTranslation();
  const api = useApi();
  const cache = useQueryClient();
  const [sent, setSent] = useState(0);
  const body = ids === undefined ? {} : { ids: ids.slice(0, 50) };
  const dry = useQuery({
    queryKey: ['dry-run', params, ids ?? 'all'],
    queryFn: () => api.call(operations.tryReplay, { params, body }),
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
  const staying = dry.data?.stays.length ?? 0;
  const total = Math.max(0, ids === undefined ? waiting - staying : ids.length - staying);
  const replay = useMutation({
    mutationFn: () =>
      replayAll(
        ids,
        total,
        (some) =>
          api.call(operations.replayDeadLetters, { params, body: some === undefined ? {} : { ids: some } }),
        setSent,
      ),
    onSettled: () => cache.invalidateQueries({ queryKey: [operations.replayDeadLetters.module] }),
  });
  const done = replay.data !== undefined;
  return (
    <Modal
      open
      width={760}
      title={t('letters.replay')}
      onCancel={onClose}
      closable={!replay.isPending}
      footer={
        done
          ? [
              <Button key="close" type="primary" onClick={onClose}>
                {t('letters.close')}
              </Button>,
            ]
          : [
              <Button key="cancel" disabled={replay.isPending} onClick={onClose}>
                {t('action.cancel')}
              </Button>,
              <Button
                key="go"
                type="primary"
                disabled={dry.data === undefined || dry.data.sends.length === 0}
                loading={replay.isPending}
                onClick={() => replay.mutate()}
              >
                {t('letters.replayCount', { count: total })}
              </Button>,
            ]
      }
    >
      {replay.error !== null && <ProblemAlert error={replay.error} />}
      {(replay.isPending || done) && (
        <Progress aria-label={t('letters.replay')} percent={percent(sent, Math.max(total, sent, 1))} />
      )}
      {done && (
        <Alert
          type="success"
          showIcon
          className="ga-notice"
          title={t('letters.replayed', { sent: replay.data.sent })}
          description={t(replay.data.missing > 0 ? 'letters.replayedMissing' : 'letters.replayedHint', {
            missing: replay.data.missing,
          })}
        />
      )}
      {!done && <DryRun query={dry} total={total} />}
    </Modal>
  );
};
