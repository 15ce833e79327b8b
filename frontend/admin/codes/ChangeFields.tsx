import type { CodeListId } from '@geoarchive/domain/codes/ids.ts';
import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { EntrySelect } from './EntrySelect.tsx';

type Props = { list: CodeListId; kind: 'add' | 'rename' | 'retire'; today: string };

/** The fields of a change besides its reason. */
export const ChangeFields = ({ list, kind, today }: Props) => {
  const { t } = useTranslation();
  const required = { required: true, whitespace: true, message: t('form.required') };
  const regions = list === 'regions';
  const names = (
    <>
      <Form.Item name="zh" label={t('codes.zh')} rules={[required]}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item
        name="en"
        label={t('codes.en')}
        rules={regions ? [] : [required]}
        extra={regions ? t('codes.enHint') : undefined}
      >
        <Input maxLength={200} />
      </Form.Item>
    </>
  );
  if (kind === 'retire')
    return (
      <>
        <Form.Item name="to" label={t('codes.to')} rules={[required]}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="replacedBy" label={t('codes.replacedBy')} extra={t('codes.replacedByHint')}>
          <EntrySelect list={list} on={today} mode="multiple" />
        </Form.Item>
      </>
    );
  if (kind === 'rename')
    return (
      <>
        {names}
        <Form.Item name="from" label={t('codes.from')} rules={[required]} extra={t('codes.fromHint')}>
          <Input type="date" />
        </Form.Item>
      </>
    );
  return (
    <>
      {!regions && (
        <Form.Item
          name="slug"
          label={t('codes.slug')}
          extra={t('codes.slugHint')}
          rules={[required, { pattern: /^[a-z0-9][a-z0-9-]*$/, message: t('codes.slugHint') }]}
        >
          <Input maxLength={60} />
        </Form.Item>
      )}
      <Form.Item
        name="code"
        label={t('codes.code')}
        extra={t(regions ? 'codes.regionCodeHint' : 'codes.codeHint')}
        rules={regions ? [required, { pattern: /^\d{6}$/, message: t('codes.regionCodeHint') }] : []}
      >
        <Input maxLength={30} />
      </Form.Item>
      {names}
      <Form.Item name="from" label={t('codes.from')} extra={t('codes.fromOptional')}>
        <Input type="date" />
      </Form.Item>
      <Form.Item name="parent" label={t('codes.parent')}>
        <EntrySelect list={list} on={today} />
      </Form.Item>
    </>
  );
};
