/* What a form shows of a draft of policy. */

import {make} from './make.js';
import {getJson} from './server.js';
import {Widget} from './widget.js';
import {language, say} from './words.js';

const WORDS = {
  zh: {author: '起草人', from: '依据', release: n => `第 ${n} 版`, files: '改动的文件', steps: '经过', open: '打开草稿，查看并对照各个文件'},
  en: {author: 'Author', from: 'Begun from', release: n => `release ${n}`, files: 'Changed files', steps: 'What was done', open: 'Open the draft to look at its files'}
};

export class DraftFacts extends Widget {
  async start() {
    this.replaceChildren(make('p', {class: 'gc-muted'}, say(this, 'loading')));
    const it = await getJson('/work/drafts/' + encodeURIComponent(this.getAttribute('task-id')));
    const words = WORDS[language(this)];
    const at = time => new Date(time).toLocaleString(language(this) === 'en' ? 'en-GB' : 'zh-CN',
      {year: 'numeric', month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit'});
    this.replaceChildren(
      make('div', {class: 'gc-case-head'},
        make('span', {class: 'gc-case-number'}, it.title), make('span', {class: 'gc-muted'}, it.state)),
      make('dl', {class: 'gc-facts'},
        make('dt', {}, words.author), make('dd', {}, it.author),
        make('dt', {}, words.from), make('dd', {}, words.release(it.base)),
        make('dt', {}, words.files), make('dd', {}, make('ul', {class: 'gc-files'}, ...it.changes.map(one =>
          make('li', {}, make('code', {}, one.path), ' ', make('span', {class: 'gc-muted'}, one.how)))))),
      make('p', {}, make('a', {href: '/policy/drafts/' + it.id, target: '_blank', rel: 'noopener'}, words.open)),
      make('details', {class: 'gc-timeline', open: it.steps.length < 12},
        make('summary', {}, `${words.steps} (${it.steps.length})`),
        make('ol', {}, ...it.steps.map(step => make('li', {},
          make('span', {}, step.step), ' ', make('span', {class: 'gc-muted'}, `${step.who} · ${at(step.at)}`),
          step.why ? make('q', {}, step.why) : null)))));
  }
}
