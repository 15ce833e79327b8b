import type { StaffCase } from '@geoarchive/contract/cases.ts';
import { cases } from '@geoarchive/contract/routes.ts';
import { caseWorkers } from '@geoarchive/domain/cases/kinds.ts';
import { roles } from '@geoarchive/domain/roles.ts';
import { useRead, useWrite } from '@geoarchive/frontend-shared/api/hooks.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { ProblemAlert } from '@geoarchive/frontend-shared/problem/ProblemAlert.tsx';
import { Modal, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

/** Hands a case to a colleague who had one in hand before, or lays it with a role. */
export const HandOverDialog = ({ of, onClose }: { of: StaffCase; onClose: () => void }) => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const write = useWrite(cases.assignCase);
  const colleagues = useRead(cases.listCaseWorkers).data?.items ?? [];
  const [to, setTo] = useState<string>();
  const role = caseWorkers.find((code) => code === to);
  const send = () => {
    if (to === undefined) return;
    const body = role === undefined ? { to: 'colleague' as const, sub: to } : { to: 'role' as const, role };
    void write
      .mutateAsync({ params: { id: of.id }, body, ifMatch: of.version })
      .then(onClose, () => undefined);
  };
  const options = [
    ...colleagues.map(({ sub, name }) => ({ value: sub, label: name })),
    ...roles
      .filter(({ code }) => caseWorkers.some((one) => one === code))
      .map(({ code, name }) => ({ value: code, label: t('cases.toRole', { role: say(name) }) })),
  ];
  return (
    <Modal
      open
      title={t('cases.handOver')}
      okText={t('cases.handOver')}
      okButtonProps={{ disabled: to === undefined }}
      cancelText={t('action.cancel')}
      confirmLoading={write.isPending}
      onOk={send}
      onCancel={onClose}
    >
      {write.error !== null && <ProblemAlert error={write.error} />}
      <Radio.Group
        vertical
        aria-label={t('cases.handOver')}
        value={to}
        options={options}
        onChange={(event) => setTo(String(event.target.value))}
      />
    </Modal>
  );
};
