namespace BriefingBot.Retrieval;

/// <summary>What a question asks for.</summary>
public enum QuestionKind
{
    /// <summary>None of the others: a headline, a claim, an instruction.</summary>
    Other,
    YesNo,
    Who,

    /// <summary>A count, an amount, a share, an age, a duration.</summary>
    HowMany,
    When,
    Where,

    /// <summary>One of a kind it names: "Which airline...".</summary>
    Which,
    What,

    /// <summary>The words of someone it names: "What did Austin say about...".</summary>
    Statement,
    Why,
    How,
}
