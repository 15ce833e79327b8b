import type { Reading } from '@geoarchive/contract/readings.ts';
import { readings } from '@geoarchive/contract/routes.ts';
import { useApi } from '@geoarchive/frontend-shared/api/context.ts';
import { openPdfBytes } from '@geoarchive/frontend-shared/pdf/open-pdf.ts';
import { PageTools, pageWidths } from '@geoarchive/frontend-shared/pdf/PageTools.tsx';
import { PdfPage } from '@geoarchive/frontend-shared/pdf/PdfPage.tsx';
import { useClosing } from '@geoarchive/frontend-shared/pdf/use-closing.ts';
import { QueryView } from '@geoarchive/frontend-shared/states/QueryView.tsx';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';

type Props = {
  of: Reading;
  no: number;
  pages: number;
  page: number;
  onTurn: (page: number) => void;
  /** Further buttons beside those that turn pages. */
  children?: ReactNode;
};

/** Shows a file page by page. Each page is fetched by itself, with its watermark: the file never comes here. */
export const ReadingViewer = ({ of, no, pages, page, onTurn, children }: Props) => {
  const api = useApi();
  const [zoom, setZoom] = useState(1);
  const query = useQuery({
    // Not under the module of the route: what is written beside it does not fetch the page again.
    queryKey: ['reading-page', of.id, no, page],
    queryFn: async ({ signal }) => {
      const params = { id: of.id, no, page };
      return openPdfBytes(await api.call(readings.readingPage, { params, signal }), signal);
    },
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  useClosing(query.data);
  return (
    <>
      <PageTools page={page} pages={pages} zoom={zoom} onTurn={onTurn} onZoom={setZoom}>
        {children}
      </PageTools>
      <QueryView query={query}>
        {(pdf) => <PdfPage of={pdf} no={1} width={pageWidths[zoom] ?? 800} shownAs={{ page, pages }} />}
      </QueryView>
    </>
  );
};
