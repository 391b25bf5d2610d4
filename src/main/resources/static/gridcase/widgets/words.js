/* What the widgets say. */

export const WORDS = {
  zh: {
    loading: '正在加载…', gone: '没有取到数据，请检查网络后重试。', again: '重试', close: '关闭', change: '重选',
    stage: '阶段', class: '类别', place: '地点', limit: '处置时限', due: '到期', late: '已超期', unit: '责任单位', reported: '上报时间',
    returns: '退回', reworks: '返工', times: '次', timeline: '办理经过', noClass: '尚未确定', before: '处置前', after: '处置后',
    noPhotos: '没有照片。', photo: '照片', take: '拍照', choose: '选择照片', remove: '移除这张照片', waiting: '网络断开，恢复后自动上传', signedOut: '请重新登录，照片还在这台手机上',
    failed: '上传失败', most: '最多 {0} 张，其余未加入。', uploading: '照片还在上传，请稍候。', noProposals: '没有推荐，请自行选择类别。',
    sure: '把握 {0}%', search: '输入名称、关键词或代码', nothing: '没有找到。', proposed: '推荐', filter: '输入名称筛选',
    number: '输入案件编号', find: '查找', here: '使用本机位置', centre: '取地图中心', noPosition: '取不到本机位置，请在地图上点选。',
    unplaced: '尚未选定位置', required: '请填写“{0}”。', requiredPhoto: '请至少上传一张“{0}”。', resident: '市民', system: '系统', assistant: '智能助手', pin: '案件位置',
    asked: '事项', askedBy: '申请人', askedAt: '申请时间', why: '理由', nothingAsked: '申请已经办结或失效。',
    claimFirst: '认领后即可办理，同事便不会重复办理。', claim: '认领并办理', held: '已由同事认领，只能查看。'
  },
  en: {
    loading: 'Loading…', gone: 'Nothing came back. Check the connection and try again.', again: 'Try again', close: 'Close', change: 'Change',
    stage: 'Stage', class: 'Class', place: 'Place', limit: 'Time to handle', due: 'Due', late: 'overdue', unit: 'Responsible unit', reported: 'Reported',
    returns: 'Sent back', reworks: 'Reworked', times: '×', timeline: 'What happened', noClass: 'not set yet', before: 'Before', after: 'After',
    noPhotos: 'No photos.', photo: 'Photo', take: 'Take a photo', choose: 'Choose photos', remove: 'Remove this photo', waiting: 'Offline: will be uploaded later', signedOut: 'Please sign in again; the photo is kept here',
    failed: 'Upload failed', most: 'At most {0}; the others were left out.', uploading: 'Photos are still being uploaded.', noProposals: 'No proposal: please choose a class.',
    sure: '{0}% sure', search: 'Name, keyword or code', nothing: 'Nothing found.', proposed: 'proposed', filter: 'Filter by name',
    number: 'Case number', find: 'Find', here: 'Use my position', centre: 'Use the centre of the map', noPosition: 'No position: please tap the map.',
    unplaced: 'No place chosen yet', required: 'Please fill in “{0}”.', requiredPhoto: 'Please upload at least one photo under “{0}”.', resident: 'resident', system: 'system', assistant: 'assistant', pin: 'Place of the case',
    asked: 'What', askedBy: 'By', askedAt: 'When', why: 'Why', nothingAsked: 'The request has been decided already or is void.',
    claimFirst: 'Claim it to work on it; colleagues will leave it alone.', claim: 'Claim and start', held: 'A colleague has claimed it: you can only look at it.'
  }
};

export function language(node) {
  const near = node.closest('[lang]') || document.documentElement;
  return near.lang.startsWith('en') ? 'en' : 'zh';
}

export function say(node, key, ...values) {
  return values.reduce((text, value, i) => text.replace(`{${i}}`, value), WORDS[language(node)][key]);
}
