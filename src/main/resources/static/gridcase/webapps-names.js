/* Gives the web apps' icons the names that their makers left to tooltips, so that whoever cannot see them hears them. */
import {english} from '/gridcase/webapps.js';

const NAMES = [
  ['.region-toggle', '收起或展开此栏', 'Fold or unfold this column'],
  ['.maximize', '只看任务', 'Show the task alone'],
  ['.reset-regions', '恢复三栏', 'Show all columns'],
  ['.stored-criteria > button', '常用筛选条件', 'Kept criteria'],
  ['.unclaim', '释放任务', 'Give the task back'],
  ['.sort-direction', '切换升序或降序', 'Turn the order round'],
  ['.new-sort > a', '添加排序', 'Sort by one more'],
  ['.section-toggle', '收起或展开此节', 'Fold or unfold this section'],
  ['.app-switch > a', '切换应用', 'Switch the application'],
  ['.modal', '对话框', 'Dialog']
];

function name(where) {
  for (const [selector, chinese, englishName] of NAMES) {
    for (const node of where.querySelectorAll(selector + ':not([aria-label])')) {
      node.setAttribute('aria-label', english ? englishName : chinese);
    }
  }
  // who holds a task is not theirs to change, by keyboard neither
  for (const holder of where.querySelectorAll('.assignee > [tabindex]')) holder.removeAttribute('tabindex');
  // it offers what it finds as one types
  for (const box of where.querySelectorAll('input[uib-typeahead]:not([role])')) box.setAttribute('role', 'combobox');
}

let due = false;
new MutationObserver(() => {
  if (due) return;
  due = true;
  requestAnimationFrame(() => {
    due = false;
    name(document.body);
  });
}).observe(document.body, {childList: true, subtree: true});
name(document.body);
