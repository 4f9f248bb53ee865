using BriefingBot.Articles;

namespace BriefingBot.Claims;

/// <summary>Finds names by their capitals. A capital at a sentence's start counts only if the word is a name elsewhere, or no other word.</summary>
internal sealed class NameMentions
{
    private const int ShortestGerundInChars = 5;

    private readonly string text;
    private readonly CapitalWords words;
    private readonly List<NameMention> mentions = [];

    private NameMentions(string text, IReadOnlyList<TokenizedParagraph> paragraphs)
    {
        this.text = text;
        var hasHeadline = paragraphs.Count > 0 && text[paragraphs[0].Span.End - 1] is not ('.' or '"' or '”');
        words = new CapitalWords(paragraphs.Skip(hasHeadline ? 1 : 0).Select(paragraph => paragraph.Tokens));
    }

    /// <summary>In the order of the text.</summary>
    public static List<NameMention> Find(string text, IReadOnlyList<TokenizedParagraph> paragraphs)
    {
        NameMentions names = new(text, paragraphs);
        var sentences = 0;
        for (var p = 0; p < paragraphs.Count; p++)
        {
            names.Find(paragraphs[p].Tokens, sentences, p);
            sentences += paragraphs[p].Sentences;
        }

        return names.mentions;
    }

    private void Find(ArticleToken[] tokens, int sentences, int paragraph)
    {
        for (var i = CapitalWords.IsHeadline(tokens) ? tokens.Length : 0; i < tokens.Length;)
        {
            var end = End(tokens, i);
            if (end > i)
            {
                var mention = Mention(tokens[i..end], sentences + tokens[i].Sentence, paragraph);
                var isFormer = mention.HasTitle && i > 0 && tokens[i - 1].Sentence == tokens[i].Sentence && NameWords.Is("former", Word(tokens[i - 1]));
                mentions.Add(isFormer ? Mention(tokens[(i - 1)..end], mention.Sentence, paragraph) : mention);
            }

            i = Math.Max(end, i + 1);
        }
    }

    private NameMention Mention(ArticleToken[] tokens, int sentence, int paragraph) => new(
        new TextSpan(tokens[0].Start, tokens[^1].End),
        [.. tokens.Select(Word)],
        tokens[0].IsQuoted,
        sentence,
        paragraph);

    private int End(ArticleToken[] tokens, int start)
    {
        if (!CapitalWords.IsCapitalised(tokens[start]) || NameWords.Is("day", Word(tokens[start])) || !IsNameStart(tokens, start) || IsInCredit(tokens, start))
        {
            return start;
        }

        var end = start + 1;
        while (end < tokens.Length && tokens[end].Sentence == tokens[start].Sentence && GoesOn(tokens, start, end))
        {
            end++;
        }

        return end;
    }

    private bool GoesOn(ArticleToken[] tokens, int start, int i)
    {
        var next = i + 1 < tokens.Length && tokens[i + 1].Sentence == tokens[i].Sentence ? i + 1 : -1;
        return (CapitalWords.IsCapitalised(tokens[i]) && !NameWords.Is("day", Word(tokens[i])) && !IsInCredit(tokens, i))
            || (next > 0 && CapitalWords.IsCapitalised(tokens[next]) && SpeakerWords.Kind(Word(tokens[i])) == SpeakerWord.Joint && !IsTitled(tokens, next))
            || IsStopOfTitle(tokens, i) || IsAndOfBody(tokens, start, i) || IsJointOfBody(tokens, start, i) || IsOwnedBody(tokens, i);
    }

    // "The White House for President Jan Pell" is two names.
    private bool IsTitled(ArticleToken[] tokens, int i) =>
        i + 1 < tokens.Length && CapitalWords.IsCapitalised(tokens[i + 1]) && NameMention.IsTitle(Word(tokens[i]));

    // "Republican Sen. Jane Doe".
    private bool IsStopOfTitle(ArticleToken[] tokens, int i) =>
        text[tokens[i].Start] == '.' && i + 1 < tokens.Length && CapitalWords.IsCapitalised(tokens[i + 1])
        && (SpeakerWords.Kind(Word(tokens[i - 1])) is SpeakerWord.Man or SpeakerWord.Woman or SpeakerWord.Title || Word(tokens[i - 1]) == "St");

    // "Department of Health and Human Services", "the National Oceanic and Atmospheric Administration": what "and" joins on has no name of its own.
    private bool IsAndOfBody(ArticleToken[] tokens, int start, int i)
    {
        if (i + 1 >= tokens.Length || tokens[i + 1].Shape != WordShape.Capitalised || Word(tokens[i]) != "and" || IsBody(tokens[i + 1]) || SpeakerWords.Kind(Word(tokens[i + 1])) != SpeakerWord.Unknown)
        {
            return false;
        }

        var of = Array.FindIndex(tokens, start, i - start, token => SpeakerWords.Kind(Word(token)) == SpeakerWord.Joint);
        return (of > start && IsBody(tokens[of - 1]))
            || (i - start > 1 && start > 0 && tokens[start - 1].Word == KnownWords.The && !Array.Exists(tokens[start..i], IsBody) && EndsAsBody(tokens, i + 1));
    }

    private bool EndsAsBody(ArticleToken[] tokens, int at)
    {
        while (at + 1 < tokens.Length && CapitalWords.IsCapitalised(tokens[at + 1]))
        {
            at++;
        }

        return IsBody(tokens[at]) || NameWords.Is("thing", Word(tokens[at]));
    }

    // "Committee for a Safe Harbour".
    private bool IsJointOfBody(ArticleToken[] tokens, int start, int i)
    {
        var at = tokens[i].Word == KnownWords.The || Word(tokens[i]) == "a" ? i - 1 : i;
        var name = Array.FindIndex(tokens, at + 1, token => token.Word != KnownWords.The && token.End - token.Start > 1);
        return at > start && SpeakerWords.Kind(Word(tokens[at])) == SpeakerWord.Joint && IsBody(tokens[at - 1]) && name > 0 && name <= at + 2 && CapitalWords.IsCapitalised(tokens[name]) && !IsTitled(tokens, name);
    }

    private bool IsBody(ArticleToken token) => NameMention.IsBody(Word(token));

    // "Inland Dockers' Union", "St Orla's Hospital".
    private bool IsOwnedBody(ArticleToken[] tokens, int mark)
    {
        var next = mark + 1;
        if (Word(tokens[mark]) is not ("'" or "’" or "'s" or "’s"))
        {
            return false;
        }

        while (next < tokens.Length && CapitalWords.IsCapitalised(tokens[next]) && SpeakerWords.Kind(Word(tokens[next])) != SpeakerWord.Organisation)
        {
            next++;
        }

        return next < tokens.Length && CapitalWords.IsCapitalised(tokens[next]) && tokens[next].Sentence == tokens[mark].Sentence;
    }

    // "Getty Images Serena Williams has won": the credit ends where the caption begins.
    private bool IsInCredit(ArticleToken[] tokens, int at) => NameWords.IsOfCredit(tokens[at].Word) && NameWords.Credits.Any(credit =>
        Enumerable.Range(Math.Max(0, at - credit.Length + 1), Math.Min(credit.Length, at + 1)).Any(start =>
            start + credit.Length < tokens.Length && CapitalWords.IsCapitalised(tokens[start + credit.Length])
            && credit.Index().All(word => string.Equals(Word(tokens[start + word.Index]), word.Item, StringComparison.OrdinalIgnoreCase))));

    private bool IsNameStart(ArticleToken[] tokens, int i)
    {
        var word = Word(tokens[i]);
        var next = i + 1 < tokens.Length && tokens[i + 1].Sentence == tokens[i].Sentence && CapitalWords.IsCapitalised(tokens[i + 1]) ? i + 1 : -1;
        var begins = CapitalWords.BeginsSentence(tokens, i);
        if (IsOpener(tokens[i], word))
        {
            return next > 0 && tokens[i].Shape == WordShape.Capitalised && words.AreName(tokens[i], tokens[next]) && (!begins || NameWords.Is("given", word));
        }

        if (!begins)
        {
            return true;
        }

        var kind = SpeakerWords.Kind(word);
        return (words.IsName(tokens[i]) && !NameWords.Is("former", word)) || kind is SpeakerWord.Man or SpeakerWord.Woman or SpeakerWord.Title
            || (kind == SpeakerWord.Person && (next > 0 || (i + 2 < tokens.Length && CapitalWords.IsCapitalised(tokens[i + 2]))))
            || (next > 0 && kind != SpeakerWord.Indefinite && (NameWords.Is("given", word) || !IsCommon(tokens[i], word) || SpeakerWords.Kind(Word(tokens[next])) == SpeakerWord.Person));
    }

    // Not the US, nor the WHO.
    private static bool IsOpener(in ArticleToken token, string word) =>
        NameWords.Is("opener", word) && !(token.Shape == WordShape.AllCapitals && NameWords.Is("acronym", word));

    // "Beating Tesla", "Actor Jan Pell".
    private bool IsCommon(in ArticleToken token, string word) => token.Shape == WordShape.Capitalised
        && (words.IsWord(token) || NameWords.Is("former", word) || (word.Length >= ShortestGerundInChars && word.EndsWith("ing", StringComparison.Ordinal)));

    private string Word(ArticleToken token) => text[token.Start..token.End];
}
