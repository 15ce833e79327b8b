import type { ChaseDetail } from '@geoarchive/contract/chases.ts';
import { documents } from '@geoarchive/contract/routes.ts';
import { documentKinds } from '@geoarchive/domain/documents.ts';
import { serviceChannels } from '@geoarchive/domain/supervision/chase.ts';
import { useApi } from '@geoarchive/frontend-shared/api/context.ts';
import { Facts } from '@geoarchive/frontend-shared/detail/Facts.tsx';
import { StateTag } from '@geoarchive/frontend-shared/detail/StateTag.tsx';
import { PrintButton } from '@geoarchive/frontend-shared/documents/PrintButton.tsx';
import { formatCount } from '@geoarchive/frontend-shared/format/numbers.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Button, Flex } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { NoteDialog, type NoteKind } from './NoteDialog.tsx';

/** The steps of a chase with their papers: what each says, when it was served, what was answered. */
export const Steps = ({ of }: { of: ChaseDetail }) => {
  const { t } = useTranslation();
  const { say, day, time } = useLanguage();
  const api = useApi();
  const [noting, setNoting] = useState<{ paper: string; kind: NoteKind }>();
  return (
    <>
      <ol className="ga-rows">
        {of.steps.map((step) => (
          <li key={step.paper}>
            <Flex justify="space-between" align="start" gap={12} wrap>
              <div>
                <strong>{say(documentKinds[step.kind].name)}</strong>{' '}
                <Link to={`/documents/${step.paper}`}>{step.paper}</Link>{' '}
                {step.void && <StateTag tone="bad">{t('chases.void')}</StateTag>}
                <Facts
                  items={[
                    { label: t('chases.issued'), value: `${time(step.at)} · ${step.by}` },
                    { label: t('chases.ends'), value: step.ends && day(step.ends) },
                    {
                      label: t('chases.amount'),
                      value: step.amount && t('papers.yuan', { amount: formatCount(step.amount) }),
                    },
                    { label: t('papers.text'), value: step.text },
                    {
                      label: t('chases.served'),
                      value:
                        step.served &&
                        `${day(step.served.on)} · ${say(serviceChannels[step.served.channel])} ${step.served.note}`,
                    },
                    {
                      label: t('chases.reply'),
                      value: step.reply && `${day(step.reply.on)} · ${step.reply.text}`,
                    },
                  ]}
                />
              </div>
              <Flex gap={8} wrap>
                {of.mayChase && (
                  <>
                    <Button
                      aria-label={t('chases.serviceOf', { number: step.paper })}
                      onClick={() => setNoting({ paper: step.paper, kind: 'service' })}
                    >
                      {t('chases.note.service')}
                    </Button>
                    <Button
                      aria-label={t('chases.replyOf', { number: step.paper })}
                      onClick={() => setNoting({ paper: step.paper, kind: 'reply' })}
                    >
                      {t('chases.note.reply')}
                    </Button>
                  </>
                )}
                <PrintButton
                  number={step.paper}
                  print={(body) =>
                    api.call(documents.printDocument, { params: { number: step.paper }, body })
                  }
                />
              </Flex>
            </Flex>
          </li>
        ))}
      </ol>
      {noting !== undefined && <NoteDialog of={of} {...noting} onClose={() => setNoting(undefined)} />}
    </>
  );
};
