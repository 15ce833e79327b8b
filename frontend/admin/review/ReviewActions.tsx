import { archive } from '@geoarchive/contract/routes.ts';
import { useWrite } from '@geoarchive/frontend-shared/api/hooks.ts';
import { usePerson } from '@geoarchive/frontend-shared/auth/context.ts';
import { problemText } from '@geoarchive/frontend-shared/problem/text.ts';
import { App, Button, Flex, Tooltip } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ReturnDialog } from './ReturnDialog.tsx';
import type { ReviewDetail } from './sections.ts';

/** What the reader may do with a review: accept it, return it, try again or give up where that stalled, or issue its certificate. */
export const ReviewActions = ({ review, ticked }: { review: ReviewDetail; ticked: boolean }) => {
  const { t } = useTranslation();
  const { modal, message } = App.useApp();
  const accept = useWrite(archive.acceptReview);
  const acceptStage = useWrite(archive.acceptStage);
  const certify = useWrite(archive.certifyReview);
  const retry = useWrite(archive.retryReview);
  const [returning, setReturning] = useState<'return' | 'giveUp'>();
  const person = usePerson();
  const { moves, accepted } = review;
  const officer = person?.roles.includes('CERTIFICATE_OFFICER') ?? false;
  if (review.state === 'accepted' && officer && !moves.includes('certify'))
    return <p className="ga-soft">{t('review.otherPerson', { by: accepted?.by ?? '' })}</p>;
  if (moves.length === 0) return null;
  const writes = { accept, acceptStage, certify, retry };
  const call = (name: keyof typeof writes) =>
    writes[name]
      .mutateAsync({
        params: { id: review.id },
        ifMatch: review.version,
        idempotencyKey: `${review.id}-${name}-${review.version}`,
      })
      .catch((error: unknown) => void message.error(problemText(error, t), 8));
  const ask = (name: keyof typeof writes) =>
    modal.confirm({
      title: t(`review.${name}`),
      content: t(`review.${name}Question`, { files: review.fileCount, title: review.title }),
      okText: t(`review.${name}`),
      cancelText: t('action.back'),
      onOk: () => call(name),
    });
  return (
    <Flex gap={8} wrap align="center" className="ga-notice">
      {moves.includes('accept') && (
        <Tooltip title={ticked ? undefined : t('review.tickFirst')}>
          <Button type="primary" disabled={!ticked} loading={accept.isPending} onClick={() => ask('accept')}>
            {t('review.accept')}
          </Button>
        </Tooltip>
      )}
      {moves.includes('accept') && review.taskId !== undefined && (
        <Button disabled={!ticked} loading={acceptStage.isPending} onClick={() => ask('acceptStage')}>
          {t('review.acceptStage')}
        </Button>
      )}
      {moves.includes('return') && (
        <Button danger onClick={() => setReturning('return')}>
          {t('review.return')}
        </Button>
      )}
      {moves.includes('retry') && (
        <Button type="primary" loading={retry.isPending} onClick={() => ask('retry')}>
          {t('review.retry')}
        </Button>
      )}
      {moves.includes('giveUp') && (
        <Button danger onClick={() => setReturning('giveUp')}>
          {t('review.giveUp')}
        </Button>
      )}
      {moves.includes('certify') && (
        <Button type="primary" loading={certify.isPending} onClick={() => ask('certify')}>
          {t('review.certify')}
        </Button>
      )}
      {moves.includes('accept') && !ticked && <span className="ga-soft">{t('review.tickFirst')}</span>}
      {returning && <ReturnDialog review={review} move={returning} onClose={() => setReturning(undefined)} />}
    </Flex>
  );
};
