using BriefingBot.Articles;
using BriefingBot.Claims;

namespace BriefingBot.Core.Tests.Languages;

public sealed class RuleReaderTests
{
    [Theory]
    [InlineData("«Плотина прорвана», — сказала мэр Велграда Анна Корн.", "Анна Корн", "сказала", "«Плотина прорвана»", AttributionKind.Direct)]
    [InlineData("Мэр Анна Корн заявила, что плотина цела.", "Анна Корн", "заявила", "плотина цела", AttributionKind.Indirect)]
    [InlineData("По словам Анны Корн, плотина цела.", "Анны Корн", "По словам", "плотина цела", AttributionKind.Indirect)]
    [InlineData("Плотина цела, сообщили в полиции.", "полиции", "сообщили", "Плотина цела", AttributionKind.Indirect)]
    [InlineData("Как рассказал источник в полиции, плотина цела.", "источник в полиции", "Как рассказал", "плотина цела", AttributionKind.Indirect)]
    [InlineData("«Мы знаем об этом, — сказал Олег Дан. — Мы проверяем».", "Олег Дан", "сказал", "«Мы знаем об этом", AttributionKind.Direct)]
    [InlineData("Речниця поліції Ольга Мороз заперечила, що міст закрили.", "Ольга Мороз", "заперечила", "міст закрили", AttributionKind.Indirect)]
    [InlineData("За словами речниці, міст закрили.", "речниці", "За словами", "міст закрили", AttributionKind.Indirect)]
    [InlineData("„Міст уже закрили“, — повідомив Тарас Лемко.", "Тарас Лемко", "повідомив", "„Міст уже закрили“", AttributionKind.Direct)]
    [InlineData("김민수 대변인은 \"댐은 아직 안전하다\"고 말했다.", "김민수 대변인", "말했다", "\"댐은 아직 안전하다\"", AttributionKind.Direct)]
    [InlineData("수자원청은 댐이 안전하다고 밝혔다.", "수자원청", "밝혔다", "댐이 안전하다", AttributionKind.Indirect)]
    [InlineData("경찰에 따르면 2명이 숨졌다.", "경찰", "따르면", "2명이 숨졌다", AttributionKind.Indirect)]
    public void The_speaker_stands_by_a_verb_of_saying(string text, string speaker, string cue, string content, AttributionKind kind)
    {
        var said = Assert.Single(RuleReader.Read(text, Wording.Of(Tongues.OfQuestion(text))!));

        Assert.Equal((speaker, cue, content, kind), (Text(text, said.SpeakerName!.Value), Text(text, said.Cue), Text(text, said.Content[0]), said.Kind));
    }

    [Theory]
    [InlineData("Мэр Анна Корн сказала: «Плотина цела и безопасна». «Мы проверяем плотину», — добавила она.", "Анна Корн")]
    [InlineData("Речник Тарас Лемко заявив, що міст цілий. Лемко додав, що рух відкрито.", "Тарас Лемко")]
    [InlineData("김민수 수자원청 대변인은 댐이 안전하다고 밝혔다. 김 대변인은 \"수위가 계속 내려간다\"고 말했다.", "김민수 수자원청 대변인")]
    public void A_pronoun_a_surname_and_a_role_are_the_one_who_spoke_before(string text, string name) =>
        Assert.Equal([name, name], RuleReader.Read(text, Wording.Of(Tongues.OfQuestion(text))!).Select(said => Text(text, said.SpeakerName!.Value)));

    [Theory]
    [InlineData("uk")]
    [InlineData("ru")]
    [InlineData("ko")]
    public void Each_language_has_its_forty_cues_and_forty_verbs_of_saying(string language)
    {
        Assert.True(WordList.Lines($"Claims.Data.cues-{language}.tsv").Count() >= 40);
        Assert.True(WordList.Lines($"Claims.Data.saying-{language}.tsv").Sum(line => line.Split('\t')[1].Split(' ').Length) >= 40);
    }

    private static string Text(string text, TextSpan span) => text[span.Start..span.End];
}
