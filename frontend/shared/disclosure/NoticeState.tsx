import { type PublicNoticeState, publicNoticeLifecycle } from '@geoarchive/domain/disclosure/notice.ts';
import { StateTag, type Tone } from '../detail/StateTag.tsx';
import { useLanguage } from '../i18n/use-language.ts';

const tones: Readonly<Record<PublicNoticeState, Tone>> = {
  proposed: 'active',
  refused: 'neutral',
  published: 'bad',
  suspended: 'attention',
  lifted: 'good',
  withdrawn: 'neutral',
  replaced: 'neutral',
  expired: 'neutral',
};

/** How a public notice stands. */
export const NoticeState = ({ of }: { of: PublicNoticeState }) => {
  const { say } = useLanguage();
  return <StateTag tone={tones[of]}>{say(publicNoticeLifecycle.states[of])}</StateTag>;
};
