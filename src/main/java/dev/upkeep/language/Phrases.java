package dev.upkeep.language;

import java.util.List;
import java.util.Optional;

/// Every phrase there is, by the name that it has outside this process.
final class Phrases {
  /// A new enum of phrases has its line here.
  static final List<Class<? extends Phrase>> ALL =
      List.of(
          AccountPhrase.class,
          CliPhrase.class,
          CommonPhrase.class,
          DefinitionsPhrase.class,
          DoctorPhrase.class,
          FilePhrase.class,
          HeadlinePhrase.class,
          HistoryPhrase.class,
          KeychainPhrase.class,
          ListPhrase.class,
          NewsPhrase.class,
          NoticePhrase.class,
          OutlookPhrase.class,
          PastePhrase.class,
          RefusalPhrase.class,
          ReportPhrase.class,
          RulePhrase.class,
          SentinelPhrase.class,
          ServerPhrase.class,
          SettingPhrase.class,
          TimePhrase.class,
          TlsPhrase.class,
          TouchPhrase.class,
          TrayPhrase.class);

  private Phrases() {}

  /// `TouchPhrase.REFUSED`.
  static String id(Phrase phrase) {
    return phrase.getDeclaringClass().getSimpleName() + "." + phrase.name();
  }

  static Optional<Phrase> find(String id) {
    int dot = id.indexOf('.');
    return ALL.stream()
        .filter(phrases -> dot > 0 && phrases.getSimpleName().equals(id.substring(0, dot)))
        .flatMap(phrases -> List.of(phrases.getEnumConstants()).stream())
        .filter(phrase -> phrase.name().equals(id.substring(dot + 1)))
        .<Phrase>map(phrase -> phrase)
        .findFirst();
  }
}
