import { service } from '@geoarchive/contract/routes.ts';
import type { UseRequestDetail } from '@geoarchive/contract/service.ts';
import {
  type Charge,
  charges,
  chargeUnits,
  priced,
  priceLimits,
  yuanOf,
} from '@geoarchive/domain/service/prices.ts';
import { useWrite } from '@geoarchive/frontend-shared/api/hooks.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { ProblemAlert } from '@geoarchive/frontend-shared/problem/ProblemAlert.tsx';
import { Form, Input, InputNumber, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

type Prices = NonNullable<UseRequestDetail['prices']>;
type Values = { quantities?: Partial<Record<Charge, number | null>>; text: string };

const wantedOf = ({ items }: Prices, quantities: Values['quantities']) =>
  items.flatMap(({ charge }) => {
    const quantity = quantities?.[charge] ?? 0;
    return quantity > 0 ? [{ charge, quantity }] : [];
  });

/** Says what a request costs, by the price list of today, or that it is free of charge. */
export const QuoteDialog = (props: {
  of: UseRequestDetail;
  prices: Prices;
  free: boolean;
  onClose: () => void;
}) => {
  const { of, prices, free, onClose } = props;
  const { t } = useTranslation();
  const { say } = useLanguage();
  const [form] = Form.useForm<Values>();
  const [wanted, setWanted] = useState<ReturnType<typeof wantedOf>>([]);
  const write = useWrite(service.quoteUseRequest);
  const title = t(free ? 'quote.free' : 'quote.make');
  const sum = priced(prices, wanted);
  return (
    <Modal
      open
      title={title}
      okText={title}
      okButtonProps={{ disabled: !free && wanted.length === 0 }}
      cancelText={t('action.cancel')}
      confirmLoading={write.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      {write.error !== null && <ProblemAlert error={write.error} />}
      <Form<Values>
        form={form}
        layout="vertical"
        onValuesChange={(_, { quantities }) => setWanted(wantedOf(prices, quantities))}
        onFinish={({ text }) =>
          write.mutate(
            { params: { id: of.id }, body: { lines: free ? [] : wanted, text }, ifMatch: of.version },
            { onSuccess: onClose },
          )
        }
      >
        {!free &&
          prices.items.map(({ charge, unit, fen }) => (
            <Form.Item
              key={charge}
              name={['quantities', charge]}
              label={t('quote.quantityOf', {
                charge: say(charges[charge]),
                unit: say(chargeUnits[unit]),
                price: yuanOf(fen),
              })}
            >
              <InputNumber min={0} max={priceLimits.quantity} precision={0} />
            </Form.Item>
          ))}
        {!free && 'total' in sum && (
          <p aria-live="polite">
            <strong>{t('quote.sum', { total: yuanOf(sum.total) })}</strong>
          </p>
        )}
        <Form.Item
          name="text"
          label={t(free ? 'quote.freeText' : 'quote.text')}
          rules={[{ required: true, whitespace: true, message: t('form.required') }]}
        >
          <Input.TextArea rows={3} maxLength={1000} />
        </Form.Item>
      </Form>
    </Modal>
  );
};
