/** The words of `<fl-quick-exit>`. */
export const words = {
  leave: '立即离开',
  hintKeys: '或连按两次 Esc',
  shiftTwoMore: '再按两次 Shift 键离开',
  shiftOneMore: '再按一次 Shift 键离开',
  escapeOneMore: '再按一次 Esc 键离开',
  timedOut: '已取消离开',
};
