import { documents, intake } from '@geoarchive/contract/routes.ts';
import { useApi } from '@geoarchive/frontend-shared/api/context.ts';
import { useRead } from '@geoarchive/frontend-shared/api/hooks.ts';
import { Facts } from '@geoarchive/frontend-shared/detail/Facts.tsx';
import { QrPicture } from '@geoarchive/frontend-shared/detail/QrPicture.tsx';
import { PrintButton } from '@geoarchive/frontend-shared/documents/PrintButton.tsx';
import { formatBytes, formatCount } from '@geoarchive/frontend-shared/format/numbers.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Page } from '@geoarchive/frontend-shared/layout/Page.tsx';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { QueryView } from '@geoarchive/frontend-shared/states/QueryView.tsx';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { CasesOf } from '../cases/CasesOf.tsx';

/** The receipt: proof of when what was handed in. Its print is a PDF that anybody can check. */
const Receipt = () => {
  const { t } = useTranslation();
  const { time } = useLanguage();
  const api = useApi();
  const { id = '' } = useParams();
  const query = useRead(intake.getReceipt, { params: { id } });
  return (
    <Page
      title={t('receipt.title')}
      back={{ to: `/deposits/${id}`, label: t('edit.back') }}
      actions={
        query.data && (
          <PrintButton
            number={query.data.number}
            print={(body) =>
              api.call(documents.printOwnDocument, { params: { number: query.data.number }, body })
            }
          />
        )
      }
    >
      <QueryView query={query}>
        {(receipt) => (
          <Panel>
            <div className="ga-receipt">
              <Facts
                items={[
                  { label: t('receipt.number'), value: <strong>{receipt.number}</strong> },
                  { label: t('description.title'), value: receipt.title },
                  { label: t('receipt.organisation'), value: receipt.organisation },
                  { label: t('publication.node'), value: receipt.node },
                  { label: t('receipt.handedInAt'), value: <strong>{time(receipt.handedInAt)}</strong> },
                  { label: t('receipt.issuedAt'), value: time(receipt.issuedAt) },
                  { label: t('deposit.files'), value: formatCount(receipt.files) },
                  { label: t('deposit.size'), value: formatBytes(receipt.bytes) },
                  { label: t('receipt.manifest'), value: <code>{receipt.manifestSha256}</code> },
                  { label: t('receipt.signature'), value: <code>{receipt.signature}</code> },
                ]}
              />
              <QrPicture value={receipt.number} label={t('receipt.number')} size={128} />
            </div>
            <p>{t('receipt.meaning')}</p>
            <p className="ga-no-print">
              <a href={receipt.manifestUrl}>{t('receipt.download')}</a>
            </p>
          </Panel>
        )}
      </QueryView>
      <CasesOf deposit={id} />
    </Page>
  );
};
export default Receipt;
