import { archive } from '@geoarchive/contract/routes.ts';
import type { ReviewSection } from '@geoarchive/domain/review.ts';
import { useWrite } from '@geoarchive/frontend-shared/api/hooks.ts';
import { usePerson } from '@geoarchive/frontend-shared/auth/context.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { reaches } from '@geoarchive/frontend-shared/layout/nav.ts';
import { problemText } from '@geoarchive/frontend-shared/problem/text.ts';
import { App, Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { checkers } from '../roles.ts';
import type { ReviewDetail } from './sections.ts';

type Props = { review: ReviewDetail; section: ReviewSection };

/** "I have looked through this part": kept with the review, so that others see who did and when. */
export const SectionTick = ({ review, section }: Props) => {
  const { t } = useTranslation();
  const { time } = useLanguage();
  const { message } = App.useApp();
  const mayTick = reaches(checkers, usePerson()?.roles ?? []);
  const write = useWrite(archive.tickReview);
  const tick = review.ticks.find((one) => one.section === section);
  // Shown at once; what is stored follows.
  const [asked, setAsked] = useState<boolean>();
  const set = (seen: boolean) => {
    setAsked(seen);
    write
      .mutateAsync({ params: { id: review.id }, body: { section, seen } })
      .catch((error: unknown) => void message.error(problemText(error, t), 8))
      .finally(() => setAsked(undefined));
  };
  return (
    <span className="ga-buttons">
      {tick !== undefined && (
        <span className="ga-soft">{t('review.seenBy', { by: tick.by, at: time(tick.at) })}</span>
      )}
      <Checkbox
        checked={asked ?? tick !== undefined}
        disabled={!mayTick || asked !== undefined}
        onChange={(event) => set(event.target.checked)}
      >
        {t('review.seen')}
      </Checkbox>
    </span>
  );
};
