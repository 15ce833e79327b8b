import { copies } from '@geoarchive/contract/routes.ts';
import { copyLimits, pagesIn, pagesText } from '@geoarchive/domain/service/copy.ts';
import { useWrite } from '@geoarchive/frontend-shared/api/hooks.ts';
import { App, Form, Input, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { FormDialog, ReasonField, useRequired } from './FormDialog.tsx';

type Values = { pages: string; copies: number; text: string };
type Props = {
  reading: string;
  no: number;
  /** Pages that were marked while reading. */
  marked: readonly number[];
  onSent: () => void;
  onClose: () => void;
};

/** Asks for copies of pages of the file that is read: the marked ones, or others that are typed. */
export const AskCopyDialog = ({ reading, no, marked, onSent, onClose }: Props) => {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const write = useWrite(copies.askCopy);
  const required = useRequired();
  return (
    <FormDialog<Values>
      title={t('copy.ask')}
      write={write}
      initial={{ pages: pagesText(marked), copies: 1 }}
      onSend={({ pages, ...body }) =>
        write.mutate(
          { params: { id: reading }, body: { ...body, no, pages: pagesIn(pages) ?? [] } },
          {
            onSuccess: ({ number }) => {
              message.success(t('copy.asked', { number }));
              onSent();
            },
          },
        )
      }
      onClose={onClose}
    >
      <Form.Item
        name="pages"
        label={t('copy.pages')}
        extra={t('copy.pagesHint', { most: copyLimits.pages })}
        rules={[
          required,
          {
            validator: (_, value: string) =>
              (value ?? '') === '' || pagesIn(value) !== undefined
                ? Promise.resolve()
                : Promise.reject(new Error(t('copy.pagesWrong', { most: copyLimits.pages }))),
          },
        ]}
      >
        <Input maxLength={1000} />
      </Form.Item>
      <Form.Item name="copies" label={t('copy.copies')} rules={[required]}>
        <InputNumber min={1} max={copyLimits.copies} precision={0} />
      </Form.Item>
      <ReasonField name="text" label={t('copy.text')} />
    </FormDialog>
  );
};
