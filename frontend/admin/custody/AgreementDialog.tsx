import type { Agreement } from '@geoarchive/contract/custody-agreements.ts';
import { custodyAgreements } from '@geoarchive/contract/routes.ts';
import { dataClasses } from '@geoarchive/domain/codes/data-classes.ts';
import { entrustedKindNames, entrustedKinds } from '@geoarchive/domain/custody/agreement.ts';
import { useWrite } from '@geoarchive/frontend-shared/api/hooks.ts';
import { usePerson } from '@geoarchive/frontend-shared/auth/context.ts';
import { useConfig } from '@geoarchive/frontend-shared/config/context.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { ProblemAlert } from '@geoarchive/frontend-shared/problem/ProblemAlert.tsx';
import { Form, Input, Modal, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { type AgreementForm, agreementForm, agreementSaid } from './agreement-form.ts';
import { useCustodians } from './use-custodians.ts';

type Props = {
  /** The draft that is changed, or the agreement that is renewed. */
  of?: Agreement;
  renews?: boolean;
  onDone: (id: string) => void;
  onClose: () => void;
};

/** Drafts an agreement, changes a draft, or drafts the successor of one. */
export const AgreementDialog = ({ of, renews = false, onDone, onClose }: Props) => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const [form] = Form.useForm<AgreementForm>();
  const parties = useCustodians();
  const person = usePerson();
  const { nodes } = useConfig();
  const make = useWrite(custodyAgreements.draftAgreement);
  const edit = useWrite(custodyAgreements.editAgreement);
  const changes = of !== undefined && !renews;
  const ministry = person?.roles.includes('MINISTRY_ADMIN') === true;
  const province = nodes.find(({ code }) => code === person?.node)?.province;
  const write = changes ? edit : make;
  const send = async () => {
    const { custodian, authority, ...rest } = agreementSaid(form.getFieldsValue(true));
    const { id } = changes
      ? await edit.mutateAsync({ params: { id: of.id }, body: rest, ifMatch: of.version })
      : await make.mutateAsync({
          body: { ...rest, custodian, authority, ...(renews && of !== undefined && { predecessor: of.id }) },
        });
    onDone(id);
  };
  const required = [{ required: true, message: t('form.required') }];
  const title = t(renews ? 'custody.renew' : changes ? 'custody.edit' : 'custody.draft');
  const initial = agreementForm(
    renews ? { ...of, start: '', end: '' } : (of ?? {}),
    ministry ? 'ministry' : (province ?? ''),
  );
  return (
    <Modal
      open
      width={640}
      title={title}
      okText={t('action.save')}
      cancelText={t('action.cancel')}
      confirmLoading={write.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      {write.error !== null && <ProblemAlert error={write.error} />}
      <Form<AgreementForm>
        form={form}
        layout="vertical"
        initialValues={initial}
        onFinish={() => void send().catch(() => undefined)}
      >
        <Form.Item name="custodian" label={t('custody.custodian')} rules={required}>
          <Select options={parties.options} disabled={of !== undefined} />
        </Form.Item>
        <Form.Item name="title" label={t('custody.agreementTitle')} rules={required}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="reference" label={t('custody.reference')}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="kinds" label={t('custody.kinds')} rules={required}>
          <Select
            mode="multiple"
            options={entrustedKinds.map((value) => ({ value, label: say(entrustedKindNames[value]) }))}
          />
        </Form.Item>
        <Form.Item name="classes" label={t('custody.classes')}>
          <Select
            mode="multiple"
            optionFilterProp="label"
            options={dataClasses.entries.map(({ slug, name }) => ({ value: slug, label: say(name) }))}
          />
        </Form.Item>
        <Form.Item name="area" label={t('custody.area')}>
          <Input maxLength={2000} />
        </Form.Item>
        <Form.Item name="duties" label={t('custody.duties')} rules={required}>
          <Input.TextArea rows={4} maxLength={10_000} />
        </Form.Item>
        <Form.Item name="start" label={t('custody.start')} rules={required}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="end" label={t('custody.end')} rules={required}>
          <Input type="date" />
        </Form.Item>
        {(['authority', 'custodian'] as const).map((side, at) => (
          <Form.Item key={side} name={['contacts', at, 'name']} label={t(`custody.contactOf.${side}`)}>
            <Input maxLength={100} />
          </Form.Item>
        ))}
      </Form>
    </Modal>
  );
};
