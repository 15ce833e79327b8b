import type { CaseEvidence, CaseMessage } from '@geoarchive/contract/case-parts.ts';
import { Flex } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { StateTag } from '../detail/StateTag.tsx';
import { formatBytes } from '../format/numbers.ts';
import { useLanguage } from '../i18n/use-language.ts';

/** Visitors of the portal are not told who of the archive wrote. */
type Shown = Omit<CaseMessage, 'by' | 'evidence'> &
  Partial<Pick<CaseMessage, 'by' | 'evidence'>> & { internal?: boolean };
type Props = {
  messages: readonly Shown[];
  /** How a piece of evidence is opened; where it cannot be, its name alone is shown. */
  evidence?: (of: CaseEvidence, from: CaseMessage['from']) => ReactNode;
};

/** What was said in a case, oldest first; an internal note says that it is one. */
export const Conversation = ({ messages, evidence = ({ name }) => name }: Props) => {
  const { t } = useTranslation();
  const { time } = useLanguage();
  return (
    <ol className="ga-rows">
      {messages.map((message) => (
        <li key={message.id}>
          <Flex gap={10} align="center" wrap>
            <strong>{message.by ?? t(`cases.from.${message.from}`)}</strong>
            <span className="ga-soft">
              {message.by !== undefined && `${t(`cases.from.${message.from}`)} · `}
              {time(message.at)}
            </span>
            {message.internal === true && <StateTag tone="attention">{t('cases.internal')}</StateTag>}
          </Flex>
          <p className="ga-prose">{message.text}</p>
          {message.evidence !== undefined && message.evidence.length > 0 && (
            <ul className="ga-plain-list" aria-label={t('cases.evidence')}>
              {message.evidence.map((of) => (
                <li key={of.id}>
                  {evidence(of, message.from)} <span className="ga-soft">{formatBytes(of.size)}</span>
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ol>
  );
};
