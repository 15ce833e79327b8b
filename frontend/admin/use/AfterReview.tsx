import { service } from '@geoarchive/contract/routes.ts';
import type { GrantDetail } from '@geoarchive/contract/service.ts';
import { type ReviewOutcome, reviewOutcomeCodes, reviewOutcomes } from '@geoarchive/domain/service/grant.ts';
import { useWrite } from '@geoarchive/frontend-shared/api/hooks.ts';
import { TextDialog } from '@geoarchive/frontend-shared/cases/TextDialog.tsx';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Alert, Button, Flex } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

/** The review after the fact of what was given at once: until when, how it ended, and the way to make it. */
export const AfterReview = ({ of }: { of: GrantDetail }) => {
  const { t } = useTranslation();
  const { say, day, time } = useLanguage();
  const write = useWrite(service.reviewGrant);
  const [outcome, setOutcome] = useState<ReviewOutcome>();
  const { review } = of;
  if (review === undefined) return null;
  const { done } = review;
  return (
    <>
      <Alert
        type={done === undefined ? 'warning' : done.outcome === 'confirmed' ? 'success' : 'error'}
        showIcon
        className="ga-notice"
        title={
          done === undefined
            ? t('use.reviewDue', { due: day(review.due) })
            : `${say(reviewOutcomes[done.outcome])} · ${done.by} · ${time(done.at)}`
        }
        description={
          done === undefined ? (
            of.reviews && (
              <Flex gap={8} wrap>
                {reviewOutcomeCodes.map((code) => (
                  <Button key={code} danger={code === 'objected'} onClick={() => setOutcome(code)}>
                    {say(reviewOutcomes[code])}
                  </Button>
                ))}
              </Flex>
            )
          ) : (
            <p className="ga-prose">{done.text}</p>
          )
        }
      />
      {outcome !== undefined && (
        <TextDialog
          title={say(reviewOutcomes[outcome])}
          label={t('use.reviewText')}
          danger={outcome === 'objected'}
          error={write.error}
          busy={write.isPending}
          onClose={() => setOutcome(undefined)}
          onSend={(text) =>
            write
              .mutateAsync({ params: { id: of.id }, body: { outcome, text }, ifMatch: of.version })
              .then(() => setOutcome(undefined))
          }
        />
      )}
    </>
  );
};
