import type { Reading } from '@geoarchive/contract/readings.ts';
import { pagesText } from '@geoarchive/domain/service/copy.ts';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AskCopyDialog } from './AskCopyDialog.tsx';
import { ReadingViewer } from './ReadingViewer.tsx';

/** The open file with its pages: the reader turns them, marks some, and asks for copies of those. */
export const ReadingDesk = ({ of, no, pages }: { of: Reading; no: number; pages: number }) => {
  const { t } = useTranslation();
  const [page, setPage] = useState(1);
  const [marked, setMarked] = useState<readonly number[]>([]);
  const [asking, setAsking] = useState(false);
  const isMarked = marked.includes(page);
  // What staff read internally is not copied.
  const copied = of.reader === 'person';
  return (
    <>
      <ReadingViewer of={of} no={no} pages={pages} page={page} onTurn={setPage}>
        {copied && (
          <>
            <Button
              aria-pressed={isMarked}
              onClick={() => setMarked(isMarked ? marked.filter((one) => one !== page) : [...marked, page])}
            >
              {t(isMarked ? 'copy.unmark' : 'copy.mark')}
            </Button>
            <Button type="primary" onClick={() => setAsking(true)}>
              {t('copy.ask')}
            </Button>
            {marked.length > 0 && (
              <span className="ga-soft">{t('copy.marked', { pages: pagesText(marked) })}</span>
            )}
          </>
        )}
      </ReadingViewer>
      {asking && (
        <AskCopyDialog
          reading={of.id}
          no={no}
          marked={marked}
          onSent={() => {
            setMarked([]);
            setAsking(false);
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
};
