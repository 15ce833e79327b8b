type Bar = { key: string; label: string; value: number; text: string };
const height = 140;
const step = 90;

/** Numbers of years as bars, each with its number written on it; the same stands in the table beside it. */
export const Bars = ({ title, bars }: { title: string; bars: readonly Bar[] }) => {
  const most = Math.max(1, ...bars.map(({ value }) => value));
  return (
    <svg
      role="img"
      aria-label={`${title}: ${bars.map(({ label, text }) => `${label} ${text}`).join('; ')}`}
      viewBox={`0 0 ${Math.max(1, bars.length) * step} ${height + 44}`}
      className="ga-bars"
      style={{ maxWidth: bars.length * step, width: '100%' }}
    >
      {bars.map(({ key, label, value, text }, at) => {
        const tall = Math.max(2, (value / most) * height);
        const middle = at * step + step / 2;
        return (
          <g key={key}>
            <rect
              x={at * step + 20}
              y={22 + height - tall}
              width={step - 40}
              height={tall}
              rx={3}
              fill="var(--ga-accent, #1f5f8b)"
            />
            <text x={middle} y={16 + height - tall} textAnchor="middle" fontSize={12} fill="currentColor">
              {text}
            </text>
            <text x={middle} y={height + 38} textAnchor="middle" fontSize={12} fill="currentColor">
              {label}
            </text>
          </g>
        );
      })}
    </svg>
  );
};
