import { InboxOutlined } from '@ant-design/icons';
import { headerTable } from '@geoarchive/domain/subsurface/header.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { saveBlob } from '@geoarchive/frontend-shared/list/save-file.ts';
import type { HoleFile } from '@geoarchive/subsurface/read.ts';
import { Button, Flex } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

const accepted = '.xlsx,.csv,.txt,.las,.ags,.dlis,.lis,.sgy,.segy,.xml,.gml,.zip,.json,.jsonl,.ndjson';
const named = (files: FileList | null): HoleFile[] =>
  [...(files ?? [])].map((file) => ({ name: file.name, blob: file }));

/** Takes files of holes, dropped or chosen; the template shows what a table must look like. */
export const HoleDrop = (props: { disabled: boolean; onFiles: (files: HoleFile[]) => void }) => {
  const { disabled, onFiles } = props;
  const { t } = useTranslation();
  const { language, say } = useLanguage();
  const chosen = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const template = async () =>
    saveBlob(
      t('import.templateName', { of: say(headerTable.title) }),
      await (await import('@geoarchive/subsurface/template.ts')).writeHoleTemplate(language),
    );
  return (
    <section
      aria-label={t('holes.files.drop')}
      className={over ? 'ga-drop ga-drop-over' : 'ga-drop'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        if (!disabled) onFiles(named(event.dataTransfer.files));
      }}
    >
      <InboxOutlined className="ga-state-mark" aria-hidden />
      <p>{t('holes.files.drop')}</p>
      <Flex gap={8} justify="center" wrap>
        <Button type="primary" disabled={disabled} onClick={() => chosen.current?.click()}>
          {t('holes.files.choose')}
        </Button>
        <Button onClick={() => void template()}>{t('import.template')}</Button>
      </Flex>
      <input
        ref={chosen}
        type="file"
        hidden
        multiple
        aria-label={t('holes.files.choose')}
        accept={accepted}
        onChange={(event) => {
          onFiles(named(event.target.files));
          // The same file, mended, can be chosen again.
          event.target.value = '';
        }}
      />
      <p className="ga-soft">{t('holes.files.hint')}</p>
    </section>
  );
};
