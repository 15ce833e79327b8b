import type { OwnCaseDetail } from '@geoarchive/contract/cases.ts';
import { documents, service } from '@geoarchive/contract/routes.ts';
import { useApi } from '@geoarchive/frontend-shared/api/context.ts';
import { useWrite } from '@geoarchive/frontend-shared/api/hooks.ts';
import { PrintButton } from '@geoarchive/frontend-shared/documents/PrintButton.tsx';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { ProblemAlert } from '@geoarchive/frontend-shared/problem/ProblemAlert.tsx';
import { QuoteFacts } from '@geoarchive/frontend-shared/use/QuoteFacts.tsx';
import { Alert, Button, Flex, Popconfirm } from 'antd';
import { useTranslation } from 'react-i18next';

/** What a request costs, with the asker's answer and the receipt; nothing where nothing is charged. */
export const QuotePanel = ({ of }: { of: OwnCaseDetail }) => {
  const { t } = useTranslation();
  const api = useApi();
  const answer = useWrite(service.answerQuote);
  const { quote } = of;
  if (quote === undefined) return null;
  const open = of.can.includes('quote');
  const send = (how: 'accepted' | 'declined') =>
    answer.mutate({ params: { id: of.id }, body: { no: quote.no, answer: how } });
  return (
    <Panel title={t('quote.title')}>
      {answer.error !== null && <ProblemAlert error={answer.error} />}
      {quote.state === 'offered' && (
        <Alert
          type={open ? 'warning' : 'info'}
          showIcon
          className="ga-notice"
          title={t(open ? 'quote.answerNotice' : 'quote.onItsWay')}
        />
      )}
      <QuoteFacts
        of={quote}
        receipt={(number) => (
          <PrintButton
            number={number}
            print={(body) => api.call(documents.printOwnDocument, { params: { number }, body })}
          />
        )}
      />
      {open && (
        <Flex gap={8} wrap>
          <Button type="primary" loading={answer.isPending} onClick={() => send('accepted')}>
            {t('quote.accept')}
          </Button>
          <Popconfirm
            title={t('quote.declineTitle')}
            description={t('quote.declineHint')}
            okText={t('quote.decline')}
            cancelText={t('action.cancel')}
            onConfirm={() => send('declined')}
          >
            <Button disabled={answer.isPending}>{t('quote.decline')}</Button>
          </Popconfirm>
        </Flex>
      )}
    </Panel>
  );
};
