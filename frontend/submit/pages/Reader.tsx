import { delivery } from '@geoarchive/contract/routes.ts';
import { useRead, useWrite } from '@geoarchive/frontend-shared/api/hooks.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Page } from '@geoarchive/frontend-shared/layout/Page.tsx';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { openPdf } from '@geoarchive/frontend-shared/pdf/open-pdf.ts';
import { PageTools, pageWidths } from '@geoarchive/frontend-shared/pdf/PageTools.tsx';
import { PdfPage } from '@geoarchive/frontend-shared/pdf/PdfPage.tsx';
import { useClosing } from '@geoarchive/frontend-shared/pdf/use-closing.ts';
import { ProblemAlert } from '@geoarchive/frontend-shared/problem/ProblemAlert.tsx';
import { QueryView } from '@geoarchive/frontend-shared/states/QueryView.tsx';
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';

/** A little less than a link is good for. */
const linkMs = 14 * 60 * 1000;

/** Reads a delivered PDF page by page. Beginning is an act of its own, because it is counted. */
const Reader = () => {
  const { t } = useTranslation();
  const { day } = useLanguage();
  const { id = '', no = '' } = useParams();
  const query = useRead(delivery.getOwnGrant, { params: { id } });
  const open = useWrite(delivery.openGrantFile);
  const link = useRef<{ url: string; until: number }>(undefined);
  const [page, setPage] = useState(1);
  const [zoom, setZoom] = useState(1);
  const reading = useMutation({
    mutationFn: async () => {
      // One that was opened, and did not come whole, is fetched again by its link: it was counted already.
      const now = Date.now();
      if (link.current === undefined || link.current.until < now) {
        const { url } = await open.mutateAsync({ params: { id }, body: { no: Number(no) } });
        link.current = { url, until: now + linkMs };
      }
      return openPdf(link.current.url);
    },
  });
  const file = query.data?.files.find((one) => String(one.no) === no);
  const of = reading.data;
  useClosing(of);
  return (
    <Page
      title={file?.path.split('/').at(-1) ?? t('use.reader')}
      back={{ to: `/use/grants/${id}`, label: query.data?.number ?? t('use.grant') }}
      lead={query.data?.title}
    >
      <QueryView query={query}>
        {(grant) => (
          <Panel>
            {reading.error !== null && <ProblemAlert error={reading.error} />}
            {of === undefined ? (
              <>
                <p>
                  {t('use.beforeReading', {
                    used: grant.used,
                    allowed: grant.allowed,
                    until: day(grant.until),
                  })}
                </p>
                <Button
                  type="primary"
                  disabled={file === undefined && grant.state === 'active'}
                  loading={reading.isPending}
                  onClick={() => reading.mutate()}
                >
                  {t('use.begin')}
                </Button>
              </>
            ) : (
              <>
                <PageTools page={page} pages={of.numPages} zoom={zoom} onTurn={setPage} onZoom={setZoom} />
                <PdfPage of={of} no={page} width={pageWidths[zoom] ?? 800} />
              </>
            )}
          </Panel>
        )}
      </QueryView>
    </Page>
  );
};
export default Reader;
