import { QRCode } from 'antd';

/** A text as a QR code, black on white in every theme, so that any reader takes it. */
export const QrPicture = ({ value, label, size }: { value: string; label: string; size: number }) => (
  <div role="img" aria-label={label}>
    <div aria-hidden>
      <QRCode value={value} type="svg" size={size} color="#000000" bgColor="#ffffff" />
    </div>
  </div>
);
