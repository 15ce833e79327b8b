import { archive } from '@geoarchive/contract/routes.ts';
import { type ReviewSection, reviewLifecycle, reviewSections } from '@geoarchive/domain/review.ts';
import { secrecyNames } from '@geoarchive/domain/secrecy.ts';
import { useRead } from '@geoarchive/frontend-shared/api/hooks.ts';
import { sourceNames } from '@geoarchive/frontend-shared/codes/names.ts';
import { DescriptionFacts } from '@geoarchive/frontend-shared/detail/DescriptionFacts.tsx';
import { Findings } from '@geoarchive/frontend-shared/detail/Findings.tsx';
import { StateTag } from '@geoarchive/frontend-shared/detail/StateTag.tsx';
import { formatBytes, formatCount } from '@geoarchive/frontend-shared/format/numbers.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Page } from '@geoarchive/frontend-shared/layout/Page.tsx';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { QueryView } from '@geoarchive/frontend-shared/states/QueryView.tsx';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { CasesOf } from '../cases/CasesOf.tsx';
import { PapersOf } from '../documents/PapersOf.tsx';
import { Certificate } from '../review/Certificate.tsx';
import { Contested } from '../review/Contested.tsx';
import { reviewTones } from '../review/columns.tsx';
import { ReplaceCertificate } from '../review/ReplaceCertificate.tsx';
import { ReviewActions } from '../review/ReviewActions.tsx';
import { ReviewFiles } from '../review/ReviewFiles.tsx';
import { ReviewNotice } from '../review/ReviewNotice.tsx';
import { RoundBefore } from '../review/RoundBefore.tsx';
import { SectionTick } from '../review/SectionTick.tsx';
import type { ReviewDetail } from '../review/sections.ts';

const movingMs = 2_000;

const Content = ({ review }: { review: ReviewDetail }) => {
  const { t } = useTranslation();
  const { say, time, day } = useLanguage();
  const open = review.state === 'received';
  const tick = (section: ReviewSection) => open && <SectionTick review={review} section={section} />;
  const ticked = reviewSections.every((part) => review.ticks.some(({ section }) => section === part));
  return (
    <>
      <ReviewNotice review={review} />
      <Contested of={review.contested ?? review.before?.contested} />
      {open && review.before && <RoundBefore of={review.before} />}
      <ReviewActions review={review} ticked={ticked || !open} />
      {review.certificate && (
        <Certificate of={review.certificate} action={<ReplaceCertificate review={review} />} />
      )}
      <PapersOf deposit={review.depositId} />
      <CasesOf of={review.depositId} about={{ kind: 'review', id: review.id }} />
      <Panel title={t('review.description')} extra={tick('description')}>
        <DescriptionFacts
          of={review}
          before={[
            { label: t('review.submitter'), value: review.submitter },
            { label: t('review.secrecy'), value: say(secrecyNames[review.secrecy]) },
            { label: t('review.stubSlip'), value: review.stub?.carrierSlip },
            { label: t('review.stubPlace'), value: review.stub?.place },
          ]}
        />
      </Panel>
      <Panel title={t('review.duty')} extra={tick('duty')}>
        <dl className="ga-facts">
          <dt>{t('publication.source')}</dt>
          <dd>{say(sourceNames[review.source])}</dd>
          <dt>{t('publication.licenceNumber')}</dt>
          <dd>{review.licenceNumber ?? '—'}</dd>
          <dt>{t('publication.licenceEnd')}</dt>
          <dd>{review.licenceEnd === undefined ? '—' : day(review.licenceEnd)}</dd>
          <dt>{t('publication.copyright')}</dt>
          <dd>{t(`publication.${review.copyright}`)}</dd>
          <dt>{t('review.receipt')}</dt>
          <dd>
            {review.receipt.number} · {time(review.receipt.handedInAt)} · {t('review.files')}{' '}
            {formatCount(review.fileCount)} · {formatBytes(review.bytes)}
          </dd>
          <dt>{t('review.round')}</dt>
          <dd>{review.round}</dd>
        </dl>
      </Panel>
      <Panel title={t('review.report')} extra={tick('report')}>
        <Findings findings={review.findings} />
      </Panel>
      <ReviewFiles id={review.id} stub={review.stub !== undefined} extra={tick('files')} />
    </>
  );
};

const Review = () => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { id = '' } = useParams();
  const first = useRead(archive.getReview, { params: { id } });
  const moving = first.data?.state === 'accepting';
  const query = useRead(archive.getReview, { params: { id } }, { refreshMs: moving ? movingMs : false });
  const review = query.data;
  return (
    <Page
      title={review?.title ?? t('review.title')}
      back={{ to: '/reviews', label: t('nav.reviews') }}
      lead={
        review && (
          <StateTag tone={reviewTones[review.state]}>{say(reviewLifecycle.states[review.state])}</StateTag>
        )
      }
    >
      <QueryView query={query}>{(found) => <Content review={found} />}</QueryView>
    </Page>
  );
};
export default Review;
