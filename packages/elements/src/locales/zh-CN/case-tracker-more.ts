/** Words of what is rarely used in the case tracker: files, download, withdrawal, deletion. Loaded with it. */
export const words = {
  'file-uploading': '已上传 {percent}%',
  'file-stored': '上传好了',
  'file-attachment-too-large': '文件太大，收不了。',
  'file-attachment-too-many': '最多 10 个文件。',
  'file-attachment-type-refused': '这种文件收不了，请换成照片、录音、视频或文档。',
  'file-attachment-damaged': '文件打不开，请换一个。',
  'file-empty': '文件是空的，请换一个。',
  'file-network': '网断了，没有传完。',
  'file-other': '没有传成功。',
  remove: '移除',
  'files-kept': '手机里的原文件还在，我们删不了。',

  'download-warn': '文件会存在这部手机里，谁拿到手机都能看到。手机不是您一个人用，就不要存。',
  'download-wechat': '微信里存不了，请用手机自带的浏览器打开这一页。',
  'download-go': '我知道，存到手机',
  'download-done': '交给手机去存了。不要了，记得到“下载”里删掉。',
  'download-name': '备忘',
  'download-wrote': '您写的',
  'download-all': '全部内容',

  'withdraw-means': '撤回以后，妇联不再办，也不再联系您。已经写的还存着。以后想办，可以再求助一次。',
  'withdraw-go': '撤回，不办了',

  'erase-means': '删掉以后，您写的、妇联写的、所有文件，谁也看不到了，也找不回来。编号和密码不能再用。',
  'erase-group': '请填编号的最后一组（4 个数字）',
  'erase-wrong': '不一样，请再看看编号的最后 4 个数字',
  'erase-go': '永远删掉',
  cancel: '不要了，返回',
} as const;
