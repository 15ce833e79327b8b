import type { DepositFile } from '@geoarchive/contract/deposits.ts';
import { useTranslation } from 'react-i18next';
import { type Fact, Facts } from '../detail/Facts.tsx';
import { Findings } from '../detail/Findings.tsx';
import { formatBytes } from '../format/numbers.ts';

const most = 500;

const textOf = (value: unknown): string => {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > most ? `${text.slice(0, most)}…` : text;
};

/** What is known about one file: identity, checksum, findings, and what its format says of itself. */
export const FileReport = ({ file, metadata }: { file: DepositFile; metadata: Record<string, unknown> }) => {
  const { t } = useTranslation();
  const read: Fact[] = Object.entries(metadata).map(([label, value]) => ({ label, value: textOf(value) }));
  return (
    <>
      <Facts
        items={[
          { label: t('file.path'), value: <code>{file.path}</code> },
          { label: t('file.size'), value: formatBytes(file.size) },
          { label: t('file.format'), value: file.format?.name },
          { label: 'SHA-256', value: file.sha256 === undefined ? undefined : <code>{file.sha256}</code> },
        ]}
      />
      <h3 className="ga-form-part">{t('file.findings')}</h3>
      <Findings findings={file.findings} />
      {read.length > 0 && (
        <>
          <h3 className="ga-form-part">{t('file.metadata')}</h3>
          <Facts items={read} />
        </>
      )}
    </>
  );
};
