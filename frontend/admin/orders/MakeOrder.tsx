import { orders } from '@geoarchive/contract/routes.ts';
import { addDays, dayOf } from '@geoarchive/domain/dates.ts';
import { limits } from '@geoarchive/domain/limits.ts';
import { useWrite } from '@geoarchive/frontend-shared/api/hooks.ts';
import { useConfig } from '@geoarchive/frontend-shared/config/context.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { ProblemAlert } from '@geoarchive/frontend-shared/problem/ProblemAlert.tsx';
import { Input, Modal, Select } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';

/** Days that a province has when nothing else is chosen. */
const usualDays = 15;

/** The ministry orders a province to act. */
export const MakeOrder = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { nodes } = useConfig();
  const id = useId();
  const make = useWrite(orders.makeOrder);
  const [node, setNode] = useState<string>();
  const [subject, setSubject] = useState('');
  const [text, setText] = useState('');
  const [deadline, setDeadline] = useState(() => addDays(dayOf(new Date()), usualDays));
  const send = () => {
    if (node === undefined) return;
    make.mutate({ body: { node, subject, text, deadline } }, { onSuccess: onClose });
  };
  const complete = node !== undefined && subject.trim() !== '' && text.trim() !== '' && deadline !== '';
  return (
    <Modal
      open
      title={t('orders.make')}
      okText={t('orders.make')}
      okButtonProps={{ disabled: !complete }}
      cancelText={t('action.cancel')}
      confirmLoading={make.isPending}
      onOk={send}
      onCancel={onClose}
    >
      {make.error !== null && <ProblemAlert error={make.error} />}
      <label htmlFor={`${id}n`} className="ga-label">
        {t('publication.node')}
      </label>
      <Select
        id={`${id}n`}
        style={{ width: '100%' }}
        value={node}
        onChange={setNode}
        options={nodes.map(({ code, name }) => ({ value: code, label: say(name) }))}
      />
      <label htmlFor={`${id}s`} className="ga-label">
        {t('orders.subject')}
      </label>
      <Input
        id={`${id}s`}
        maxLength={200}
        value={subject}
        onChange={(event) => setSubject(event.target.value)}
      />
      <label htmlFor={`${id}t`} className="ga-label">
        {t('orders.text')}
      </label>
      <Input.TextArea
        id={`${id}t`}
        rows={5}
        maxLength={limits.messageLength}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <label htmlFor={`${id}d`} className="ga-label">
        {t('orders.deadline')}
      </label>
      <Input
        id={`${id}d`}
        type="date"
        value={deadline}
        onChange={(event) => setDeadline(event.target.value)}
      />
    </Modal>
  );
};
