import type { PublicNotice } from '@geoarchive/contract/disclosure-parts.ts';
import { noticeKinds } from '@geoarchive/domain/disclosure/notice.ts';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useConfig } from '../config/context.ts';
import type { Fact } from '../detail/Facts.tsx';
import { formatCount } from '../format/numbers.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { NoticeState } from './NoticeState.tsx';

/** What is known of a notice, as names and values; `to` is where the page of another notice lies. */
export const useNoticeFacts = () => {
  const { t } = useTranslation();
  const { say, day } = useLanguage();
  const { nodes } = useConfig();
  return (of: PublicNotice, to: (id: string) => string): Fact[] => {
    const { says, lifted, corrects, correctedBy } = of;
    const node = nodes.find(({ code }) => code === of.node);
    return [
      { label: t('disclosure.number'), value: <strong>{of.number}</strong> },
      { label: t('disclosure.state'), value: <NoticeState of={of.state} /> },
      {
        label: t('disclosure.party'),
        value: says && [says.party.name, says.party.code].filter((part) => part !== undefined).join(' · '),
      },
      { label: t('disclosure.kind'), value: say(noticeKinds[of.kind].name) },
      { label: t('disclosure.basis'), value: say(noticeKinds[of.kind].basis) },
      { label: t('disclosure.text'), value: says?.text },
      { label: t('disclosure.paper'), value: says?.paper },
      {
        label: t('disclosure.amount'),
        value: says?.amount && t('disclosure.yuan', { amount: formatCount(says.amount) }),
      },
      { label: t('publication.node'), value: node === undefined ? of.node : say(node.name) },
      { label: t('disclosure.publishedOn'), value: day(of.publishedOn) },
      { label: t('disclosure.suspendedOn'), value: of.suspendedOn && day(of.suspendedOn) },
      {
        label: t('disclosure.lifted'),
        value:
          lifted &&
          [day(lifted.on), t(`disclosure.liftReasons.${lifted.reason}`), lifted.text]
            .filter((part) => part !== undefined)
            .join(' · '),
      },
      { label: t('disclosure.endedOn'), value: of.endedOn && day(of.endedOn) },
      { label: t('disclosure.until'), value: of.until && day(of.until) },
      {
        label: t('disclosure.corrects'),
        value: corrects && (
          <>
            <Link to={to(corrects.id)}>{corrects.number}</Link> · {corrects.what}
          </>
        ),
      },
      {
        label: t('disclosure.correctedBy'),
        value: correctedBy && <Link to={to(correctedBy.id)}>{correctedBy.number}</Link>,
      },
    ];
  };
};
