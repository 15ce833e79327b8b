import type { InspectionFinding } from '@geoarchive/contract/custody-inspections.ts';
import { inspectionLimits } from '@geoarchive/domain/custody/inspection.ts';
import { Button, Flex, Input, Radio } from 'antd';
import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ulid } from 'ulid';

type Props = {
  /** Whether another finding may be added, and how many photos the inspection still takes. */
  room: boolean;
  photosLeft: number;
  onPhoto: (file: File) => Promise<string | undefined>;
  onAdd: (finding: InspectionFinding) => void;
};

/** Notes a finding: what, how grave, by when it is rectified, with photos of this device. */
export const FindingForm = ({ room, photosLeft, onPhoto, onAdd }: Props) => {
  const { t } = useTranslation();
  const id = useId();
  const camera = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [severity, setSeverity] = useState<InspectionFinding['severity']>('minor');
  const [due, setDue] = useState('');
  const [photos, setPhotos] = useState<string[]>([]);
  const full = photos.length >= Math.min(inspectionLimits.photosOfFinding, photosLeft);
  const take = async (file: File) => {
    const photo = await onPhoto(file);
    if (photo !== undefined) setPhotos((some) => [...some, photo]);
  };
  const add = () => {
    onAdd({ id: ulid(), text: text.trim(), severity, photos, ...(due === '' ? {} : { due }) });
    setText('');
    setDue('');
    setPhotos([]);
  };
  return (
    <>
      <label htmlFor={`${id}t`} className="ga-label">
        {t('custody.finding')}
      </label>
      <Input.TextArea
        id={`${id}t`}
        rows={3}
        maxLength={4000}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <Flex gap={12} wrap align="center" style={{ margin: '10px 0' }}>
        <Radio.Group
          aria-label={t('custody.severity')}
          value={severity}
          options={(['minor', 'major'] as const).map((value) => ({
            value,
            label: t(`custody.severities.${value}`),
          }))}
          onChange={({ target }) => setSeverity(target.value === 'major' ? 'major' : 'minor')}
        />
        <label htmlFor={`${id}d`}>{t('custody.rectifyBy')}</label>
        <Input
          id={`${id}d`}
          type="date"
          style={{ width: 180 }}
          value={due}
          onChange={({ target }) => setDue(target.value)}
        />
        <Button disabled={full} onClick={() => camera.current?.click()}>
          {t('custody.takePhoto')}
        </Button>
        <span aria-live="polite">{t('custody.photos', { count: photos.length })}</span>
        <input
          ref={camera}
          type="file"
          accept="image/*"
          capture="environment"
          style={{ display: 'none' }}
          aria-label={t('custody.photo')}
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            if (file !== undefined && !full) void take(file);
            target.value = '';
          }}
        />
        <Button type="primary" disabled={text.trim() === '' || !room} onClick={add}>
          {t('custody.addFinding')}
        </Button>
      </Flex>
      <p className="ga-soft">{t('custody.findingHint', inspectionLimits)}</p>
    </>
  );
};
