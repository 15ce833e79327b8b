/** The mark: strata folded in a square, with one drill hole through them. */
export const Logo = ({ size = 28 }: { size?: number }) => (
  <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
    <rect width="32" height="32" rx="4" fill="#f3eee1" />
    <path d="M0 11c6-5 10-5 16 0s10 5 16 0v7c-6 5-10 5-16 0s-10-5-16 0z" fill="#c99a56" />
    <path d="M0 18c6-5 10-5 16 0s10 5 16 0v7c-6 5-10 5-16 0s-10-5-16 0z" fill="#3d8378" />
    <path d="M0 25c6-5 10-5 16 0s10 5 16 0v3a4 4 0 0 1-4 4H4a4 4 0 0 1-4-4z" fill="#173f3c" />
    <path d="M22 3v26" stroke="#22302f" strokeWidth="1.8" strokeDasharray="4 2" />
    <circle cx="22" cy="4" r="2.4" fill="#a5322a" />
  </svg>
);
