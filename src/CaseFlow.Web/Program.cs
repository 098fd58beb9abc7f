Console.WriteLine("CaseFlow");
