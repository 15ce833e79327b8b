import { verification } from '@geoarchive/contract/routes.ts';
import { tidyNumber } from '@geoarchive/domain/documents.ts';
import { useRead } from '@geoarchive/frontend-shared/api/hooks.ts';
import { Page } from '@geoarchive/frontend-shared/layout/Page.tsx';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { QueryView } from '@geoarchive/frontend-shared/states/QueryView.tsx';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Verdict } from '../verify/Verdict.tsx';
import { VerifyForm } from '../verify/VerifyForm.tsx';

/** Checks a receipt, certificate or notice: by hand, or from the QR code that leads here. */
const Verify = () => {
  const { t } = useTranslation();
  const [params, setParams] = useSearchParams();
  const number = tidyNumber(params.get('number') ?? '');
  const code = params.get('code') ?? '';
  const query = useRead(
    verification.verifyDocument,
    { params: { number }, query: code === '' ? {} : { code } },
    { enabled: number !== '' },
  );
  return (
    <Page title={t('verify.title')} lead={t('verify.lead')}>
      <Panel>
        <VerifyForm
          key={`${number} ${code}`}
          asked={{ number, code }}
          onAsk={(asked) =>
            setParams({ number: asked.number, ...(asked.code === '' ? {} : { code: asked.code }) })
          }
        />
      </Panel>
      {number !== '' && <QueryView query={query}>{(found) => <Verdict found={found} />}</QueryView>}
    </Page>
  );
};
export default Verify;
