import { service } from '@geoarchive/contract/routes.ts';
import type { OwnConsent } from '@geoarchive/contract/service.ts';
import { askerKinds, purposes } from '@geoarchive/domain/service/codes.ts';
import { usePages, useWrite } from '@geoarchive/frontend-shared/api/hooks.ts';
import { TextDialog } from '@geoarchive/frontend-shared/cases/TextDialog.tsx';
import { Facts } from '@geoarchive/frontend-shared/detail/Facts.tsx';
import { StateTag, type Tone } from '@geoarchive/frontend-shared/detail/StateTag.tsx';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Page } from '@geoarchive/frontend-shared/layout/Page.tsx';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { Empty, Failed, Loading } from '@geoarchive/frontend-shared/states/states.tsx';
import { Button, Flex } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

const lookAgainMs = 15_000;
const tones: Record<OwnConsent['state'], Tone> = {
  asked: 'attention',
  given: 'good',
  refused: 'bad',
  closed: 'neutral',
};

const Question = ({ of }: { of: OwnConsent }) => {
  const { t } = useTranslation();
  const { say, time } = useLanguage();
  const write = useWrite(service.answerConsent);
  const [answer, setAnswer] = useState<'given' | 'refused'>();
  return (
    <Panel
      title={of.title}
      extra={<StateTag tone={tones[of.state]}>{t(`consent.state.${of.state}`)}</StateTag>}
    >
      <Facts
        items={[
          { label: t('consent.request'), value: of.number },
          {
            label: t('use.person'),
            value: [of.asker, of.unit].filter((part) => part !== undefined).join(' · '),
          },
          { label: t('use.askerKind'), value: say(askerKinds[of.askerKind]) },
          { label: t('use.purpose'), value: say(purposes[of.purpose]) },
          { label: t('consent.text'), value: of.text },
          { label: t('consent.askedAt'), value: time(of.askedAt) },
          {
            label: t('consent.answeredAt'),
            value: of.answeredAt && `${time(of.answeredAt)} · ${of.answeredBy ?? ''}`,
          },
        ]}
      />
      {of.state === 'asked' && (
        <Flex gap={8} wrap>
          <Button type="primary" onClick={() => setAnswer('given')}>
            {t('consent.give')}
          </Button>
          <Button danger onClick={() => setAnswer('refused')}>
            {t('consent.refuse')}
          </Button>
        </Flex>
      )}
      {answer !== undefined && (
        <TextDialog
          title={t(answer === 'given' ? 'consent.give' : 'consent.refuse')}
          label={t(answer === 'given' ? 'consent.giveText' : 'consent.refuseText')}
          danger={answer === 'refused'}
          error={write.error}
          busy={write.isPending}
          onClose={() => setAnswer(undefined)}
          onSend={(text) =>
            write
              .mutateAsync({ params: { id: of.itemId }, body: { answer, text } })
              .then(() => setAnswer(undefined))
          }
        />
      )}
    </Panel>
  );
};

/** What the own organisation is asked to consent to: the use of data that it handed in and that are protected. */
const Consents = () => {
  const { t } = useTranslation();
  const query = usePages<OwnConsent, typeof service.listConsents>(service.listConsents, {}, null, {
    refreshMs: lookAgainMs,
  });
  const all = query.data?.pages.flatMap(({ items }) => items);
  return (
    <Page title={t('nav.consents')} lead={t('consent.lead')}>
      {all === undefined ? (
        query.error === null ? (
          <Loading />
        ) : (
          <Failed error={query.error} onRetry={() => void query.refetch()} />
        )
      ) : (
        <>
          {all.length === 0 && <Empty title={t('consent.none')} hint={t('consent.noneHint')} />}
          {all.map((of) => (
            <Question key={of.itemId} of={of} />
          ))}
          {query.hasNextPage && <Button onClick={() => void query.fetchNextPage()}>{t('list.more')}</Button>}
        </>
      )}
    </Page>
  );
};
export default Consents;
