import { FolderOpenOutlined } from '@ant-design/icons';
import { Button, Flex } from 'antd';
import { type DragEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { filesOfDrop, filesOfInput } from '../upload/pick.ts';
import type { LocalFile } from '../upload/ports.ts';

/** Takes a folder or files: dropped, or chosen with the keyboard. */
export const DropZone = ({ onFiles }: { onFiles: (files: LocalFile[]) => void }) => {
  const { t } = useTranslation();
  const folder = useRef<HTMLInputElement>(null);
  const files = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void filesOfDrop(event.dataTransfer.items).then(onFiles);
  };
  const taken = (input: HTMLInputElement) => {
    if (input.files !== null) onFiles(filesOfInput(input.files));
    input.value = '';
  };
  return (
    <section
      aria-label={t('upload.drop')}
      className={over ? 'ga-drop ga-drop-over' : 'ga-drop'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <FolderOpenOutlined className="ga-state-mark" aria-hidden />
      <p>{t('upload.drop')}</p>
      <Flex gap={8} justify="center">
        <Button type="primary" onClick={() => folder.current?.click()}>
          {t('upload.chooseFolder')}
        </Button>
        <Button onClick={() => files.current?.click()}>{t('upload.chooseFiles')}</Button>
      </Flex>
      <input
        ref={folder}
        type="file"
        hidden
        multiple
        aria-label={t('upload.chooseFolder')}
        {...{ webkitdirectory: '' }}
        onChange={(event) => taken(event.currentTarget)}
      />
      <input
        ref={files}
        type="file"
        hidden
        multiple
        aria-label={t('upload.chooseFiles')}
        onChange={(event) => taken(event.currentTarget)}
      />
      <p className="ga-soft">{t('upload.hint')}</p>
    </section>
  );
};
