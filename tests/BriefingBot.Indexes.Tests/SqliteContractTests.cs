namespace BriefingBot.Indexes.Tests;

public sealed class SqliteContractTests() : PassageIndexContract(new SqliteUnderTest());
