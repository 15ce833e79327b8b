import { ProblemAlert } from '@geoarchive/frontend-shared/problem/ProblemAlert.tsx';
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { base64Of } from './send-files.ts';

type Props = { label: string; onSend: (file: { name: string; content: string }) => Promise<unknown> };

/** Chooses one file and sends it. */
export const FileButton = ({ label, onSend }: Props) => {
  const { t } = useTranslation();
  const chosen = useRef<HTMLInputElement>(null);
  const sending = useMutation({
    mutationFn: async (file: File) => onSend({ name: file.name, content: await base64Of(file) }),
  });
  return (
    <div>
      <Button loading={sending.isPending} onClick={() => chosen.current?.click()}>
        {label}
      </Button>{' '}
      <span className="ga-soft">{t('custody.fileHint')}</span>
      <input
        ref={chosen}
        type="file"
        style={{ display: 'none' }}
        aria-label={label}
        accept=".pdf,.jpg,.jpeg,.png,.tif,.tiff,.txt"
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file !== undefined) sending.mutate(file);
          // The same file, mended, can be chosen again.
          event.target.value = '';
        }}
      />
      {sending.error !== null && <ProblemAlert error={sending.error} />}
    </div>
  );
};
