import type { ChaseSays, DocumentSays } from '@geoarchive/contract/documents.ts';
import { secrecyNames } from '@geoarchive/domain/secrecy.ts';
import { payments } from '@geoarchive/domain/service/prices.ts';
import { barArticles } from '@geoarchive/domain/supervision/bars.ts';
import { useTranslation } from 'react-i18next';
import { type Fact, Facts } from '../detail/Facts.tsx';
import { formatBytes, formatCount } from '../format/numbers.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { QuoteLines } from '../use/QuoteLines.tsx';

const useChaseFacts = () => {
  const { t } = useTranslation();
  const { say, day } = useLanguage();
  return (says: ChaseSays): Fact[] => [
    {
      label: t('papers.ground'),
      value: say(barArticles[says.ground === 'fraud' ? 'two-years' : 'until-complete']),
    },
    { label: t('papers.before'), value: says.before },
    { label: t('papers.until'), value: 'until' in says ? day(says.until) : undefined },
    {
      label: t('papers.amount'),
      value: 'amount' in says ? t('papers.yuan', { amount: formatCount(says.amount) }) : undefined,
    },
    { label: t('papers.text'), value: says.text && <span className="ga-prose">{says.text}</span> },
    {
      label: t('papers.heard'),
      value: 'heard' in says ? <span className="ga-prose">{says.heard}</span> : undefined,
    },
    {
      label: t('papers.tasks'),
      value: (
        <ul className="ga-plain-list">
          {says.tasks.map(({ number, name, due, article }) => (
            <li key={number}>
              {number} {name} · {t('papers.due', { day: day(due) })}
              {article && ` · ${say(article)}`}
            </li>
          ))}
        </ul>
      ),
    },
    { label: t('documents.issuedBy'), value: says.issuedBy },
  ];
};

const useOwnFacts = (says: DocumentSays): Fact[] => {
  const { t } = useTranslation();
  const { say, day, time } = useLanguage();
  const chase = useChaseFacts();
  if ('tasks' in says) return chase(says);
  if (says.kind === 'correction-notice')
    return [
      { label: t('documents.receipt'), value: says.receipt },
      { label: t('documents.correctBy'), value: day(says.correctBy) },
      { label: t('documents.reason'), value: <span className="ga-prose">{says.reason}</span> },
      {
        label: t('documents.items'),
        value:
          says.items.length === 0 ? undefined : (
            <ol className="ga-plain-list">
              {says.items.map((item) => (
                <li key={item}>{item}</li>
              ))}
            </ol>
          ),
      },
      { label: t('documents.issuedBy'), value: says.issuedBy },
    ];
  if (says.kind === 'no-data-receipt')
    return [
      { label: t('tasks.number'), value: says.task },
      { label: t('documents.licence'), value: says.licenceNumber },
      { label: t('tasks.due'), value: day(says.due) },
      { label: t('taskPage.pledge'), value: `${says.pledge} · ${day(says.pledgedOn)}` },
      { label: t('taskPage.opinion'), value: <span className="ga-prose">{says.opinion}</span> },
      { label: t('documents.issuedBy'), value: says.issuedBy },
    ];
  if (says.kind === 'use-receipt')
    return [
      { label: t('use.unit'), value: says.unit },
      { label: t('quote.paidOn'), value: `${day(says.paidOn)} · ${say(payments[says.how])}` },
      { label: t('quote.reference'), value: says.reference },
      { label: t('quote.lines'), value: <QuoteLines of={says} /> },
      { label: t('documents.issuedBy'), value: says.issuedBy },
    ];
  const sums = [
    { label: t('documents.files'), value: formatCount(says.fileCount) },
    { label: t('documents.bytes'), value: formatBytes(says.bytes) },
    { label: t('documents.handedInAt'), value: time(says.handedInAt) },
  ];
  if (says.kind === 'receipt')
    return [...sums, { label: t('documents.manifest'), value: <code>{says.manifestSha256}</code> }];
  return [
    { label: t('documents.stage'), value: says.stage && t('documents.stageOf') },
    { label: t('documents.replaces'), value: says.replaces },
    { label: t('documents.archiveNumber'), value: says.archiveNumber },
    { label: t('documents.dossier'), value: says.dossier },
    { label: t('documents.licence'), value: says.licenceNumber },
    { label: t('documents.secrecy'), value: say(secrecyNames[says.secrecy]) },
    ...sums,
    { label: t('documents.receipt'), value: says.receipt },
    { label: t('documents.issuedBy'), value: says.issuedBy },
    { label: t('documents.statement'), value: <code>{says.statement}</code> },
  ];
};

type Props = { says: DocumentSays; before?: readonly Fact[]; after?: readonly Fact[] };

/** What a paper says: the same that is printed on it. */
export const SaysFacts = ({ says, before = [], after = [] }: Props) => {
  const { t } = useTranslation();
  const own = useOwnFacts(says);
  const { title, submitter, submitterName } = says;
  const name = submitterName === undefined || submitterName === submitter ? submitter : submitterName;
  return (
    <Facts
      items={[
        ...before,
        {
          label: t(says.kind === 'use-receipt' ? 'quote.payer' : 'documents.submitter'),
          value: name === submitter ? name : `${name} · ${submitter}`,
        },
        { label: t('description.title'), value: title ?? t('documents.withheld') },
        ...own,
        ...after,
      ]}
    />
  );
};
