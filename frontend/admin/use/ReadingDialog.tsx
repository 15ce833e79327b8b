import { readings } from '@geoarchive/contract/routes.ts';
import type { GrantDetail } from '@geoarchive/contract/service.ts';
import { type Reader, readerCodes, readers } from '@geoarchive/domain/service/reading.ts';
import { useWrite } from '@geoarchive/frontend-shared/api/hooks.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Form, Input, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { FormDialog, useRequired } from './FormDialog.tsx';

type Values = { reader: Reader; name?: string };

/** Begins a reading at this terminal: for the person of the grant by the name on the paper that is shown, or for staff. */
export const ReadingDialog = ({ of, onClose }: { of: GrantDetail; onClose: () => void }) => {
  const { t } = useTranslation();
  const { say, day } = useLanguage();
  const navigate = useNavigate();
  const write = useWrite(readings.openReading);
  const required = useRequired();
  const [reader, setReader] = useState<Reader>('person');
  return (
    <FormDialog<Values>
      title={t('room.begin')}
      write={write}
      initial={{ reader: 'person' }}
      onSend={({ name = '' }) =>
        write.mutate(
          { params: { id: of.id }, body: reader === 'person' ? { reader, name } : { reader } },
          { onSuccess: (made) => navigate(`/use/readings/${made.id}`) },
        )
      }
      onClose={onClose}
    >
      <p>{t('room.before', { used: of.used, allowed: of.allowed, until: day(of.until) })}</p>
      <Form.Item name="reader" label={t('room.reader')}>
        <Radio.Group
          options={readerCodes.map((value) => ({ value, label: say(readers[value]) }))}
          onChange={(event) => setReader(event.target.value)}
        />
      </Form.Item>
      {reader === 'person' && (
        <Form.Item
          name="name"
          label={t('room.name')}
          extra={t('room.nameHint')}
          rules={[{ ...required, whitespace: true }]}
        >
          <Input maxLength={100} autoComplete="off" />
        </Form.Item>
      )}
    </FormDialog>
  );
};
