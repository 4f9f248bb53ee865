using BriefingBot.Articles;
using BriefingBot.Retrieval;

namespace BriefingBot.Core.Tests.Languages;

public sealed class LanguageTests
{
    [Theory]
    [InlineData("Хто підтвердив, що міст зруйновано?", "uk")]
    [InlineData("Кто разрушил мост?", "ru")]
    [InlineData("Чи справді дамба прорвана?", "uk")]
    [InlineData("Подтвердил ли мэр, что дамба прорвана?", "ru")]
    [InlineData("국방부는 철수를 확인했나요?", "ko")]
    [InlineData("NATO 사무총장은 무엇을 말했나요?", "ko")]
    [InlineData("Did Олена Гук confirm the leak?", null)]
    [InlineData("Колер сцяга быў іншы, і ўсе гэта ведаюць", "be")]
    [InlineData("2024", null)]
    public void Letters_tell_the_language_of_a_question(string text, string? language) => Assert.Equal(language, Language.OfLetters(text));

    [Theory]
    [InlineData("20 жовтня 2031 року", "2031-10-20")]
    [InlineData("Опубликовано 3 мая 2031 года", "2031-05-03")]
    [InlineData("2031년 10월 20일", "2031-10-20")]
    [InlineData("32 мая 2031", null)]
    [InlineData("5 баллов 2031", null)]
    public void A_day_is_read_in_four_languages(string text, string? day) =>
        Assert.Equal(day is null ? null : DateOnly.ParseExact(day, "yyyy-MM-dd"), WrittenDate.Find(text));

    [Theory]
    [InlineData("Дамба в г. Велград прорвана. Ущерб — 5 млрд. рублей.", 2)]
    [InlineData("Це сталося на вул. Садовій, сказав проф. Гук. Ніхто не загинув.", 2)]
    [InlineData("«Ми перевіряємо. Висновків немає», — сказав мер. Він поїхав.", 3)]
    [InlineData("비가 내렸다. 둑이 무너졌다.", 2)]
    [InlineData("비가 내렸다.둑이 무너졌다.", 2)]
    [InlineData("시장은 \"둑은 안전하다.\"고 말했다. 그는 떠났다.", 2)]
    [InlineData("수위는 3.5미터였다.", 1)]
    public void Sentences_are_told_from_abbreviations(string text, int count) => Assert.Equal(count, SentenceSplitter.Split(text, new TextSpan(0, text.Length)).Count);

    [Theory]
    [InlineData("Зеленський", "Зеленського Зеленському Зеленським")]
    [InlineData("Зеленский", "Зеленского Зеленскому Зеленским")]
    [InlineData("дамба", "дамби дамбі дамбу дамбою")]
    [InlineData("плотина", "плотины плотине плотину плотиной")]
    [InlineData("президент", "президента президентові президентом")]
    [InlineData("Сергей", "Сергея Сергею Сергеем")]
    [InlineData("розвідка", "розвідки розвідці розвідку")]
    [InlineData("Велград", "Велграда Велграде Велградом")]
    [InlineData("Київ", "Києва Києві Києвом")]
    [InlineData("п'ятниця", "п’ятницю пʼятниці")]
    [InlineData("погибли", "погибло погиб погибших")]
    [InlineData("Остин", "Остина Остину")]
    [InlineData("эвакуация", "эвакуации эвакуацию")]
    [InlineData("수자원청", "수자원청은 수자원청이 수자원청에서는 수자원청의")]
    [InlineData("확인", "확인했다 확인한 확인했나요 확인됐다고")]
    [InlineData("김정은", "김정은은 김정은이 김정은의")]
    [InlineData("대표", "대표가 대표는 대표에게")]
    public void Forms_of_one_word_share_a_term(string word, string forms) => Assert.All(forms.Split(' '), form => Assert.Equal(Terms(word), Terms(form)));

    [Theory]
    [InlineData("київ", "кит")]
    [InlineData("їжак", "іжак")]
    [InlineData("ґрати", "грати")]
    public void Letters_of_their_own_are_not_folded(string one, string other) => Assert.NotEqual(Terms(one), Terms(other));

    [Theory]
    [InlineData("й", "и\u0306")]
    [InlineData("Україна", "Украі\u0308на")]
    [InlineData("самолёт", "самолет")]
    [InlineData("за́мок", "замок")]
    public void Composed_and_decomposed_letters_are_one(string one, string other) => Assert.Equal(Terms(one), Terms(other));

    [Theory]
    [InlineData("Чи підтвердив мер прорив дамби?", QuestionKind.YesNo)]
    [InlineData("Подтвердил ли мэр, что плотина прорвана?", QuestionKind.YesNo)]
    [InlineData("Мэр подтвердил, что плотина прорвана?", QuestionKind.YesNo)]
    [InlineData("Мер підтвердив прорив дамби.", QuestionKind.Other)]
    [InlineData("Хто підтвердив прорив дамби?", QuestionKind.Who)]
    [InlineData("Скільки людей загинуло?", QuestionKind.HowMany)]
    [InlineData("Сколько человек погибло?", QuestionKind.HowMany)]
    [InlineData("Коли прорвало дамбу?", QuestionKind.When)]
    [InlineData("Где прорвало плотину?", QuestionKind.Where)]
    [InlineData("Що сказав мер про дамбу?", QuestionKind.Statement)]
    [InlineData("Что заявила Анна Корн о плотине?", QuestionKind.Statement)]
    [InlineData("Что вызвало прорыв?", QuestionKind.What)]
    [InlineData("Почему подал в отставку министр?", QuestionKind.Why)]
    [InlineData("국방부는 철수를 확인했나요?", QuestionKind.YesNo)]
    [InlineData("둑은 언제 무너졌습니까?", QuestionKind.When)]
    [InlineData("몇 명이 숨졌나요?", QuestionKind.HowMany)]
    [InlineData("누가 둑을 폭파했나요?", QuestionKind.Who)]
    [InlineData("시장은 둑에 대해 무엇이라고 말했나요?", QuestionKind.Statement)]
    [InlineData("왜 시장이 사임했나요?", QuestionKind.Why)]
    [InlineData("둑이 무너졌다", QuestionKind.Other)]
    public void A_question_is_told_by_its_words(string text, QuestionKind kind) => Assert.Equal(kind, Question.Parse(text).Kind);

    [Theory]
    [InlineData("Чи підтвердив Ллойд Остін повідомлення?", "Ллойд Остін")]
    [InlineData("수자원청은 누수를 확인했나요?", "수자원청")]
    [InlineData("김민수 대변인은 무엇을 말했나요?", "김민수 대변인")]
    public void A_question_knows_whom_it_names(string text, string name) => Assert.Equal(name, Assert.Single(Question.Parse(text).Names).Text);

    private static List<string> Terms(string text)
    {
        List<Token> tokens = [];
        TermAnalyzer.Analyze(text, new TextSpan(0, text.Length), tokens);
        return tokens.ConvertAll(token => token.Term);
    }
}
