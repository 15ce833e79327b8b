import { limits } from '@geoarchive/domain/limits.ts';
import { Button } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { formatBytes } from '../format/numbers.ts';

type Props = {
  files: readonly File[];
  onChange: (files: File[]) => void;
  /** How many, and how large each may be; those of a letter from outside where nothing is said. */
  most?: { count: number; bytes: number };
  /** What the button says where they are no evidence: identity papers, say. */
  label?: string;
};
const ofLetter = { count: limits.evidencePerLetter, bytes: limits.evidenceBytes };

/** Chooses evidence: a few small files. What cannot be taken is told by the API, by name. */
export const EvidenceInput = ({ files, onChange, most = ofLetter, label }: Props) => {
  const { t } = useTranslation();
  const chosen = useRef<HTMLInputElement>(null);
  return (
    <div style={{ margin: '10px 0' }}>
      <Button onClick={() => chosen.current?.click()} disabled={files.length >= most.count}>
        {label ?? t('cases.addEvidence')}
      </Button>{' '}
      <span className="ga-soft">
        {t('cases.evidenceHint', {
          count: most.count,
          size: formatBytes(most.bytes),
        })}
      </span>
      <input
        ref={chosen}
        type="file"
        // Inside a form the library shows what is only `hidden`.
        style={{ display: 'none' }}
        multiple
        aria-label={t('cases.evidence')}
        accept=".pdf,.jpg,.jpeg,.png,.tif,.tiff,.txt,.csv"
        onChange={(event) => {
          onChange([...files, ...(event.target.files ?? [])].slice(0, most.count));
          // The same file can be chosen again after it was taken out.
          event.target.value = '';
        }}
      />
      <ul className="ga-plain-list">
        {files.map((file, at) => (
          <li key={`${file.name} ${file.size} ${file.lastModified}`}>
            {file.name} <span className="ga-soft">{formatBytes(file.size)}</span>{' '}
            <Button
              size="small"
              aria-label={t('cases.takeOut', { name: file.name })}
              onClick={() => onChange(files.filter((_, other) => other !== at))}
            >
              ×
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
};
