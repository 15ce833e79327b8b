import { service } from '@geoarchive/contract/routes.ts';
import type { StaffUseItem, UseRequestDetail } from '@geoarchive/contract/service.ts';
import { limits } from '@geoarchive/domain/limits.ts';
import { type UseMode, useLimits, useModeCodes, useModes } from '@geoarchive/domain/service/codes.ts';
import { type Need, needs } from '@geoarchive/domain/service/eligibility.ts';
import { useWrite } from '@geoarchive/frontend-shared/api/hooks.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { ProblemAlert } from '@geoarchive/frontend-shared/problem/ProblemAlert.tsx';
import { Alert, Checkbox, Form, Input, InputNumber, Modal, Radio } from 'antd';
import { useTranslation } from 'react-i18next';

type Values = {
  checked?: Need[];
  mode: UseMode;
  days: number;
  allowed: number;
  watermark: boolean;
  files?: string;
  conditions?: string;
  approval?: string;
  reasons: string;
};

/** Needs that staff meet by looking at a paper; a consent is never among them. */
const lookedAt: readonly Need[] = ['identity', 'unit-letter', 'foreign-route'];
const fileNumbers = /^\s*(?:[1-9]\d*(?:[\s,，、]+|$))*$/;
const numbersOf = (text: string | undefined): number[] =>
  (text ?? '')
    .split(/[\s,，、]+/)
    .map(Number)
    .filter((no) => Number.isInteger(no) && no > 0);

/** Grants one record: what was looked at, the way of use, term and count, conditions, reasons. */
export const GrantDialog = (props: {
  request: UseRequestDetail;
  item: StaffUseItem;
  onClose: () => void;
}) => {
  const { request, item, onClose } = props;
  const { t } = useTranslation();
  const { say } = useLanguage();
  const [form] = Form.useForm<Values>();
  const mode = Form.useWatch('mode', form);
  const write = useWrite(service.decideUseItem);
  const required = { required: true, message: t('form.required') };
  const tick = item.needs.filter((need) => lookedAt.includes(need));
  const foreign = item.needs.includes('foreign-route');
  const send = ({ checked = [], files, conditions, ...values }: Values) =>
    write.mutate(
      {
        params: { id: request.id, item: item.itemId },
        body: {
          ...{ outcome: 'grant', ...values, checked, files: numbersOf(files) },
          ...(conditions === undefined || conditions === '' ? {} : { conditions }),
        },
        ifMatch: request.version,
      },
      { onSuccess: onClose },
    );
  return (
    <Modal
      open
      title={t('use.grantOf', { title: item.title })}
      okText={t('use.grantIt')}
      cancelText={t('action.cancel')}
      confirmLoading={write.isPending}
      onOk={form.submit}
      onCancel={onClose}
      width={640}
    >
      {write.error !== null && <ProblemAlert error={write.error} />}
      {item.needs.includes('after-review') && (
        <Alert type="info" showIcon className="ga-notice" title={t('use.reviewedLater')} />
      )}
      <Form<Values>
        form={form}
        layout="vertical"
        initialValues={{
          ...{
            mode: 'read-online',
            watermark: true,
            days: request.defaults.days,
            allowed: request.defaults.reads,
          },
        }}
        onFinish={send}
      >
        {tick.length > 0 && (
          <Form.Item name="checked" label={t('use.checked')}>
            <Checkbox.Group options={tick.map((value) => ({ value, label: say(needs[value]) }))} />
          </Form.Item>
        )}
        <Form.Item name="mode" label={t('use.mode')} rules={[required]}>
          <Radio.Group options={useModeCodes.map((value) => ({ value, label: say(useModes[value]) }))} />
        </Form.Item>
        <Form.Item name="days" label={t('use.days')} rules={[required]}>
          <InputNumber min={1} max={useLimits.longestDays} precision={0} />
        </Form.Item>
        <Form.Item name="allowed" label={t('use.reads')} rules={[required]}>
          <InputNumber min={1} max={useLimits.mostReads} precision={0} />
        </Form.Item>
        {mode === 'download' && (
          <Form.Item name="watermark" valuePropName="checked">
            <Checkbox>{t('use.watermark')}</Checkbox>
          </Form.Item>
        )}
        <Form.Item
          name="files"
          label={t('use.fileNumbers')}
          extra={t('use.fileNumbersHint')}
          // What is mistyped must not mean "all".
          rules={[{ pattern: fileNumbers, message: t('use.fileNumbersWrong') }]}
        >
          <Input />
        </Form.Item>
        {foreign && (
          <Form.Item name="approval" label={t('use.approval')} rules={[{ ...required, whitespace: true }]}>
            <Input maxLength={100} />
          </Form.Item>
        )}
        <Form.Item name="conditions" label={t('use.conditions')}>
          <Input.TextArea rows={2} maxLength={1000} />
        </Form.Item>
        <Form.Item name="reasons" label={t('cases.reasons')} rules={[{ ...required, whitespace: true }]}>
          <Input.TextArea rows={3} maxLength={limits.messageLength} />
        </Form.Item>
      </Form>
    </Modal>
  );
};
